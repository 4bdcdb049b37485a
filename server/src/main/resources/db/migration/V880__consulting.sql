-- Advice that the client asks for, with the documents that were delivered.
create table advice (
  id          uuid primary key,
  client_id   uuid not null references client,
  contract_id uuid not null references contract,
  service_id  text,
  topic       text not null check (topic in ('planning', 'integration', 'self-check', 'other')),
  title       text not null,
  question    text not null,
  wanted_by   date,
  state       text not null check (state in ('open', 'delivered', 'accepted', 'withdrawn')),
  asked_at    timestamptz not null,
  asked_by    text not null,
  obligation_id uuid
);
create index advice_client on advice (client_id, asked_at);
call make_tenant_table('advice');

create table advice_document (
  advice_id    uuid not null references advice,
  version      int not null,
  client_id    uuid not null references client,
  name         text not null,
  note         text not null,
  evidence_seq bigint not null,
  delivered_at timestamptz not null,
  delivered_by text not null,
  received_at  timestamptz,
  received_by  text,
  verdict      text check (verdict in ('accepted', 'returned')),
  judged_at    timestamptz,
  judged_by    text,
  remarks      text,
  primary key (advice_id, version)
);
call make_tenant_table('advice_document');

-- A self-check of one system against its protection level, control by control.
create table self_check (
  id          uuid primary key,
  client_id   uuid not null references client,
  contract_id uuid not null references contract,
  system      text not null,
  level       int not null check (level in (2, 3)),
  state       text not null check (state in ('open', 'finished')),
  begun_at    timestamptz not null,
  begun_by    text not null,
  finished_at timestamptz,
  paper_id    uuid,
  obligation_id uuid
);
create index self_check_client on self_check (client_id, begun_at);
call make_tenant_table('self_check');

create table self_check_answer (
  check_id     uuid not null references self_check,
  clause       text not null,
  client_id    uuid not null references client,
  verdict      text not null check (verdict in ('conform', 'partly', 'not', 'not-applicable')),
  note         text,
  evidence_seq bigint,
  answered_at  timestamptz not null,
  answered_by  text not null,
  ticket_id    uuid references ticket,
  primary key (check_id, clause)
);
call make_tenant_table('self_check_answer');

-- What is to be done about the gaps, near, middle and long term.
create table plan_measure (
  id        uuid primary key,
  client_id uuid not null references client,
  check_id  uuid not null references self_check,
  clause    text,
  horizon   text not null check (horizon in ('near', 'middle', 'long')),
  priority  int not null check (priority between 1 and 3),
  title     text not null,
  body      text not null
);
create index plan_measure_check on plan_measure (check_id);
call make_tenant_table('plan_measure');
