-- Runs, what they are doing, and the probes of what is watched without a break.

create table watch (
  id          uuid primary key,
  client_id   uuid not null,
  contract_id uuid not null,
  service_id  text not null,
  asset_id    uuid not null,
  capability  text not null,
  from_at     timestamptz not null,
  to_at       timestamptz not null,
  next_at     timestamptz not null,
  last_verdict text,
  unique (contract_id, service_id, asset_id)
);
create index watch_next on watch (next_at);

create table run (
  id             uuid primary key,
  client_id      uuid not null,
  contract_id    uuid not null,
  service_id     text not null,
  capability     text not null,
  asset_id       uuid not null,
  kind           text not null check (kind in ('scheduled', 'probe', 'asked', 'retest')),
  obligation_id  uuid,
  watch_id       uuid,
  finding_id     uuid,
  state          text not null check (state in ('queued', 'running', 'done', 'unable', 'cancelled')),
  queued_at      timestamptz not null,
  started_at     timestamptz,
  finished_at    timestamptz,
  node           text,
  begun          int not null default 0,
  progress_done  int not null default 0,
  progress_total int not null default 0,
  message        text,
  reason         text,
  found          int not null default 0,
  cancel_asked_by text,
  asked_by       text,
  log            text[] not null default '{}'
);
create index run_unfinished on run (queued_at) where state in ('queued', 'running');
create index run_client on run (client_id, queued_at desc);
create index run_obligation on run (obligation_id);

create table probe (
  run_id   uuid primary key,
  watch_id uuid not null,
  client_id uuid not null,
  at       timestamptz not null,
  up       boolean,
  millis   int,
  note     text
);
create index probe_watch on probe (watch_id, at);

-- What an engine remembers of an asset between two runs (the ports it saw last).
create table asset_memory (
  client_id  uuid not null,
  asset_id   uuid not null,
  capability text not null,
  content    jsonb not null,
  at         timestamptz not null,
  primary key (asset_id, capability)
);

-- db-scheduler's own table.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  state                text,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

call make_tenant_table('watch');
call make_tenant_table('run');
call make_tenant_table('probe');
call make_tenant_table('asset_memory');
