-- Tickets. The log is the truth; the state column is its fold, kept for lists. Due instants are
-- never stored: they are computed from the log, the calendar and the contract version.

create table ticket (
  id               uuid primary key,
  client_id        uuid not null,
  contract_id      uuid not null,
  contract_version int not null,
  service_id       text,
  finding_id       uuid,
  asset_id         uuid,
  number           text not null,
  kind             text not null check (kind in ('fault', 'incident', 'request', 'change', 'rectification')),
  title            text not null,
  body             text not null,
  severity         text not null,
  state            text not null check (state in ('open', 'responded', 'paused', 'resolved', 'closed')),
  opened_at        timestamptz not null,
  opened_by        text not null,
  closed_at        timestamptz,
  level            int,
  calendar         text not null,
  unique (client_id, number)
);
create index ticket_open on ticket (client_id) where state <> 'closed';
create index ticket_contract on ticket (contract_id, opened_at);
create unique index ticket_finding on ticket (finding_id) where state <> 'closed';

create table ticket_event (
  ticket_id uuid not null references ticket (id),
  n         int not null,
  client_id uuid not null,
  at        timestamptz not null,
  type      text not null,
  clock     text,
  who       text not null,
  reason    text,
  text      text,
  primary key (ticket_id, n)
);
-- One warning and one breach per clock.
create unique index ticket_event_once on ticket_event (ticket_id, type, clock)
  where type in ('warn-50', 'warn-80', 'warn-100', 'breach');

call make_tenant_table('ticket');
call make_tenant_table('ticket_event');
