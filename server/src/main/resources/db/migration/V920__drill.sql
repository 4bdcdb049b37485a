-- Drills. Only assets that the client agreed to are touched; every artefact is undone.

create table drill_asset (
  asset_id     uuid primary key references asset,
  client_id    uuid not null,
  root         text not null, -- a folder on the server's own host, below one that is configured
  service      text,          -- a service that the configuration allows to stop
  note         text not null,
  marked_at    timestamptz not null,
  marked_by    text not null,
  consented_at timestamptz,
  consented_by text,
  consent_seq  bigint
);

create table drill (
  id             uuid primary key,
  client_id      uuid not null references client,
  contract_id    uuid not null,
  plan_id        uuid not null,
  plan_version   int not null,
  number         text not null,
  title          text not null,
  scenario       text not null,
  notice_minutes int not null,
  goal           text not null,
  environment    text not null,
  participants   text not null,
  abort_criteria text not null,
  limit_minutes  int not null,
  planned_for    timestamptz not null,
  state          text not null check (state in ('prepared', 'running', 'ended', 'closed')),
  prepared_at    timestamptz not null,
  prepared_by    text not null,
  started_at     timestamptz,
  started_by     text,
  ended_at       timestamptz,
  ended_by       text,
  ended_how      text check (ended_how in ('finished', 'aborted', 'timed-out', 'refused')),
  ended_why      text,
  summary        text not null default '',
  report_id      uuid,
  obligation_id  uuid,
  closed_at      timestamptz,
  unique (client_id, number)
);

create table drill_step (
  drill_id       uuid not null references drill,
  n              int not null,
  client_id      uuid not null,
  who            text not null,
  what           text not null,
  within_minutes int not null,
  ticked_at      timestamptz,
  ticked_by      text,
  note           text,
  primary key (drill_id, n)
);

create table drill_injection (
  id                uuid primary key,
  drill_id          uuid not null references drill,
  client_id         uuid not null,
  asset_id          uuid not null references drill_asset,
  artefact          jsonb not null,
  state             text not null
    check (state in ('planned', 'placing', 'placed', 'undone', 'failed')),
  node              text,
  permit_id         uuid,
  placed_at         timestamptz,
  undone_at         timestamptz,
  undone_why        text,
  found             text,
  system_noticed_at timestamptz,
  system_noticed_by text,
  people_noticed_at timestamptz,
  people_noticed_by text
);
create index drill_injection_placed on drill_injection (asset_id) where state = 'placed';

create table drill_improvement (
  drill_id  uuid not null references drill,
  n         int not null,
  client_id uuid not null,
  text      text not null,
  ticket_id uuid,
  primary key (drill_id, n)
);

call make_tenant_table('drill_asset');
call make_tenant_table('drill');
call make_tenant_table('drill_step');
call make_tenant_table('drill_injection');
call make_tenant_table('drill_improvement');
