-- Chains of escalation, and those that run. A step and the messages that it sends are written in
-- one transaction; `next_at` is the business clock's.
create table escalation_chain (
  client_id      uuid not null,
  severity       text not null,
  steps          jsonb not null,
  repeat_minutes int not null,
  changed_by     text not null,
  primary key (client_id, severity)
);
call make_tenant_table('escalation_chain');

create table escalation (
  id             uuid primary key,
  client_id      uuid not null,
  key            text not null,
  severity       text not null,
  about          text not null,
  title          text not null,
  template       text not null,
  words          jsonb not null,
  steps          jsonb not null,
  repeat_minutes int not null,
  state          text not null check (state in ('running', 'acknowledged', 'ended')),
  step           int not null,
  repeats        int not null,
  started_at     timestamptz not null,
  next_at        timestamptz,
  ended_at       timestamptz,
  ended_by       text,
  how            text,
  unique (client_id, key)
);
create index escalation_due on escalation (next_at) where state = 'running';
create index escalation_about on escalation (about) where state = 'running';
call make_tenant_table('escalation');

create table escalation_event (
  escalation_id uuid not null references escalation,
  n             int not null,
  client_id     uuid not null,
  at            timestamptz not null,
  what          text not null,
  text          text not null,
  primary key (escalation_id, n)
);
call make_tenant_table('escalation_event');
