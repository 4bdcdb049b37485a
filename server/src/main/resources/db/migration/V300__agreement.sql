-- Contracts, what a person decided about them, and the plan as dated rows.

create table contract (
  id              uuid primary key,
  client_id       uuid not null,
  state           text not null check (state in ('draft', 'in-force', 'ended')),
  title           text,
  number          text,
  version         int not null,
  body            jsonb not null,
  source          text[] not null,
  document_name   text not null,
  document_digest text not null,
  signed_on       date,
  starts_on       date,
  ends_on         date,
  total           numeric(18, 2),
  calendar        text,
  imported_at     timestamptz not null,
  imported_by     text not null,
  in_force_at     timestamptz
);
create index contract_client on contract (client_id, state);

-- Every body a contract ever had: obligations and tickets name the version they were made from.
create table contract_version (
  contract_id uuid not null references contract (id),
  version     int not null,
  client_id   uuid not null,
  body        jsonb not null,
  why         text not null,
  made_at     timestamptz not null,
  made_by     text not null,
  primary key (contract_id, version)
);

create table ambiguity_decision (
  contract_id uuid not null references contract (id),
  n           int not null,
  client_id   uuid not null,
  decision    text not null,
  decided_at  timestamptz not null,
  decided_by  text not null,
  primary key (contract_id, n)
);

-- One service item of a contract in force and the way it is executed.
create table contract_service (
  contract_id uuid not null references contract (id),
  service_id  text not null,
  client_id   uuid not null,
  position    int not null,
  title       text not null,
  capability  text not null,
  way         text not null check (way in ('automatic', 'watched', 'manual', 'quota', 'rule', 'undated')),
  frequency   text,
  at_most     int,
  note        text,
  primary key (contract_id, service_id)
);

create table service_asset (
  contract_id uuid not null,
  service_id  text not null,
  asset_id    uuid not null,
  client_id   uuid not null,
  primary key (contract_id, service_id, asset_id),
  foreign key (contract_id, service_id) references contract_service (contract_id, service_id)
);

create table obligation (
  id               uuid primary key,
  client_id        uuid not null,
  contract_id      uuid not null references contract (id),
  contract_version int not null,
  service_id       text not null,
  title            text not null,
  capability       text not null,
  way              text not null check (way in ('automatic', 'watched', 'manual')),
  asset_id         uuid,
  window_from      timestamptz not null,
  window_to        timestamptz not null check (window_to > window_from),
  -- When it becomes missed: the window's end, or later where only a longer period is the limit.
  due_at           timestamptz not null check (due_at > window_from),
  kind             text not null,
  ordinal          int not null,
  state            text not null check (state in
                     ('planned', 'due', 'running', 'unknown', 'done', 'late', 'missed', 'waived', 'cancelled')),
  -- When the dispatcher may begin it: set for automatic work that is still to be tried, else null.
  run_at           timestamptz,
  attempts         int not null default 0,
  performed_at     timestamptz,
  performed_by     text,
  reason           text,
  unique nulls not distinct (contract_id, service_id, asset_id, ordinal)
);
create index obligation_contract on obligation (contract_id, window_from);
create index obligation_run on obligation (run_at)
  where run_at is not null and state in ('planned', 'due', 'unknown');
create index obligation_open on obligation (due_at) where state in ('planned', 'due', 'unknown');
create index obligation_planned on obligation (window_from) where state = 'planned';

-- Every calendar that a plan was ever made with, so that its dates can be explained.
create table calendar_version (
  version    text primary key,
  definition text not null
);

create table quota_use (
  contract_id uuid not null,
  service_id  text not null,
  n           int not null,
  client_id   uuid not null,
  used_at     timestamptz not null,
  period_from date not null,
  what        text not null,
  primary key (contract_id, service_id, n),
  foreign key (contract_id, service_id) references contract_service (contract_id, service_id)
);

create table payment_made (
  id          uuid primary key,
  contract_id uuid not null references contract (id),
  client_id   uuid not null,
  paid_on     date not null,
  amount      numeric(18, 2) not null check (amount > 0),
  entered_at  timestamptz not null,
  entered_by  text not null
);
create index payment_made_contract on payment_made (contract_id);

create table payment_trigger (
  contract_id uuid not null references contract (id),
  instalment  int not null,
  client_id   uuid not null,
  happened_on date not null,
  primary key (contract_id, instalment)
);

call make_tenant_table('payment_trigger');
call make_tenant_table('contract');
call make_tenant_table('contract_version');
call make_tenant_table('ambiguity_decision');
call make_tenant_table('contract_service');
call make_tenant_table('service_asset');
call make_tenant_table('obligation');
call make_tenant_table('quota_use');
call make_tenant_table('payment_made');
