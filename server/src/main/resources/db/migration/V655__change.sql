-- Adjustments of what is served (变更): planned, told to the client, signed by it, carried out in
-- their window, step by step. The plan is kept as the text that was signed.
create table change (
  ticket_id     uuid primary key,
  client_id     uuid not null,
  contract_id   uuid not null,
  state         text not null check (state in (
    'draft', 'proposed', 'signed', 'declined', 'running', 'done', 'cancelled')),
  extra         boolean not null,
  version       int not null,
  window_from   timestamptz,
  window_until  timestamptz,
  emergency     text,
  confirm_by    timestamptz,
  confirmed_at  timestamptz,
  unconfirmed   boolean not null default false,
  started_at    timestamptz,
  started_by    text,
  finished_at   timestamptz,
  result        text check (result in ('success', 'partly', 'failed')),
  rolled_back   boolean not null default false,
  outcome       text,
  created_at    timestamptz not null
);
create index change_client on change (client_id, created_at);
create index change_waiting on change (confirm_by)
  where confirm_by is not null and confirmed_at is null and not unconfirmed;

create table change_plan (
  ticket_id  uuid not null references change (ticket_id),
  version    int not null,
  client_id  uuid not null,
  plan       text not null,
  digest     text not null,
  written_at timestamptz not null,
  written_by text not null,
  paper_id   uuid not null,
  primary key (ticket_id, version)
);

create table change_signature (
  ticket_id    uuid not null references change (ticket_id),
  version      int not null,
  client_id    uuid not null,
  person_id    uuid not null,
  name         text not null,
  office       text not null,
  remarks      text not null,
  digest       text not null,
  signed_at    timestamptz not null,
  evidence_seq bigint not null,
  primary key (ticket_id, version)
);

create table change_step (
  ticket_id    uuid not null references change (ticket_id),
  n            int not null,
  client_id    uuid not null,
  at           timestamptz not null,
  act          text not null,
  place        int,
  outcome      text,
  who          text not null,
  text         text,
  evidence_seq bigint not null,
  primary key (ticket_id, n)
);

call make_tenant_table('change');
call make_tenant_table('change_plan');
call make_tenant_table('change_signature');
call make_tenant_table('change_step');
