-- Mail that came in, known by its Message-ID so that none is taken twice. A sender may be a stranger
-- and a mail may belong to no client: only the provider's manager reads these rows.
create table mail_received (
  id          uuid primary key,
  message_id  text not null unique,
  received_at timestamptz not null,
  sender      text not null,
  sender_name text not null,
  subject     text not null,
  outcome     text not null check (outcome in ('comment', 'opened', 'quarantined', 'automatic', 'dismissed')),
  -- Why it was not filed; null when it was.
  why         text,
  ticket_id   uuid,
  -- The mail as it came, while no evidence holds it.
  raw         bytea,
  settled_at  timestamptz,
  settled_by  text,
  remark      text
);
create index mail_received_open on mail_received (received_at desc) where outcome in ('quarantined', 'automatic');
create index mail_received_ticket on mail_received (ticket_id) where ticket_id is not null;

-- The thread that mails of a ticket belong to: the notify room names it after what they are about.
create index ticket_thread on ticket (md5('ticket/' || id::text));
