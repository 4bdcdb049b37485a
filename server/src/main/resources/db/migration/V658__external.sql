-- Notices from higher authorities and exposure boards (外部通报): what they found, by when they want
-- an answer, what was done about each problem, and the answer itself with its receipt.
create table external_notice (
  ticket_id       uuid primary key,
  client_id       uuid not null,
  contract_id     uuid not null,
  issuer          text not null,
  issuer_kind     text not null check (issuer_kind in (
    'internet-office', 'police', 'superior', 'exposure-board', 'other')),
  document_number text not null,
  received_at     timestamptz not null,
  answer_due      timestamptz not null,
  state           text not null check (state in ('received', 'settled', 'answered', 'closed')),
  source_seq      bigint,
  answer          text,
  paper_id        uuid,
  sent_at         timestamptz,
  sent_by         text,
  sent_via        text,
  receipt_at      timestamptz,
  receipt         text,
  told_soon       boolean not null default false,
  told_overdue    boolean not null default false
);
create unique index external_notice_once on external_notice (client_id, issuer, document_number)
  where document_number <> '';
create index external_notice_waiting on external_notice (answer_due) where sent_at is null;

create table external_problem (
  ticket_id   uuid not null references external_notice (ticket_id),
  n           int not null,
  client_id   uuid not null,
  target      text not null,
  description text not null,
  asset_id    uuid,
  finding_id  uuid,
  state       text not null check (state in ('open', 'fixed', 'proven', 'unfixable')),
  note        text,
  changed_at  timestamptz,
  changed_by  text,
  primary key (ticket_id, n)
);

create table external_step (
  ticket_id    uuid not null references external_notice (ticket_id),
  n            int not null,
  client_id    uuid not null,
  at           timestamptz not null,
  act          text not null,
  problem      int,
  who          text not null,
  text         text not null,
  evidence_seq bigint not null,
  primary key (ticket_id, n)
);

call make_tenant_table('external_notice');
call make_tenant_table('external_problem');
call make_tenant_table('external_step');
