-- What was found. The identity is stable across runs: one row for the same thing on the same asset.

create table finding (
  id          uuid primary key,
  client_id   uuid not null,
  contract_id uuid not null,
  service_id  text not null,
  asset_id    uuid not null,
  capability  text not null,
  identity    text not null,
  code        text not null,
  key         text not null,
  severity    text not null check (severity in ('critical', 'high', 'medium', 'low', 'info')),
  title       text not null,
  detail      text not null,
  advice      text not null,
  state       text not null check (state in ('open', 'fixing', 'fixed', 'dismissed')),
  first_seen  timestamptz not null,
  last_seen   timestamptz not null,
  last_run_id uuid not null,
  times_seen  int not null default 1,
  reopened    int not null default 0,
  fixed_at    timestamptz,
  dismissed_by text,
  reason      text,
  unique (client_id, identity)
);
create index finding_asset on finding (asset_id, capability) where state in ('open', 'fixing');
create index finding_contract on finding (contract_id, first_seen);

create table finding_event (
  finding_id uuid not null references finding (id),
  n          int not null,
  client_id  uuid not null,
  at         timestamptz not null,
  what       text not null,
  run_id     uuid,
  who        text,
  text       text,
  primary key (finding_id, n)
);

call make_tenant_table('finding');
call make_tenant_table('finding_event');
