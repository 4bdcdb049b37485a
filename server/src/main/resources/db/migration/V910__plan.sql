-- Emergency plans and their versions. A version that left the draft state is never changed.

create table emergency_plan (
  id          uuid primary key,
  client_id   uuid not null references client,
  contract_id uuid not null,
  title       text not null,
  created_at  timestamptz not null,
  created_by  text not null
);
create index emergency_plan_client on emergency_plan (client_id, created_at);

create table emergency_plan_version (
  id             uuid primary key,
  plan_id        uuid not null references emergency_plan,
  client_id      uuid not null,
  n              int not null,
  state          text not null
    check (state in ('draft', 'reviewed', 'approved', 'in-force', 'superseded')),
  content        jsonb not null,
  note           text not null,
  about          text, -- what it was revised for: incident/… or drill/…
  drawn_at       timestamptz not null,
  drawn_by       text not null,
  reviewed_at    timestamptz,
  reviewed_by    text,
  approved_at    timestamptz,
  approved_by    text,
  approved_as    text,
  signature_seq  bigint,
  in_force_at    timestamptz,
  superseded_at  timestamptz,
  report_id      uuid,
  unique (plan_id, n)
);
create unique index emergency_plan_in_force on emergency_plan_version (plan_id)
  where state = 'in-force';

create table plan_tree_test (
  id         uuid primary key,
  plan_id    uuid not null references emergency_plan,
  client_id  uuid not null,
  version    int not null,
  started_at timestamptz not null,
  started_by text not null
);

create table plan_tree_call (
  id          uuid primary key,
  test_id     uuid not null references plan_tree_test,
  client_id   uuid not null,
  n           int not null,
  name        text not null,
  person_id   uuid,
  asked_at    timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  note        text,
  unique (test_id, n)
);

call make_tenant_table('emergency_plan');
call make_tenant_table('emergency_plan_version');
call make_tenant_table('plan_tree_test');
call make_tenant_table('plan_tree_call');
