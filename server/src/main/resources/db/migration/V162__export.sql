-- Whether a client wants to be asked before any file with its data is taken. No row: it does not.
create table export_rule (
  client_id uuid primary key references client,
  approval boolean not null,
  approver_id uuid references person, -- whom the signatory lets answer in their place
  reason text not null,
  set_at timestamptz not null,
  set_by text not null
);
call make_tenant_table('export_rule');

-- One case: somebody asks to take one thing, the client answers (contract 2 annex 2 §3(5), (6)).
create table export_approval (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  person_id uuid not null references person,
  person_name text not null,
  path text not null,
  query text not null,
  what text not null,
  purpose text not null,
  recipient text not null,
  until timestamptz not null,
  downloads integer not null check (downloads between 1 and 20),
  used integer not null default 0 check (used <= downloads),
  state text not null check (state in ('requested', 'approved', 'refused', 'withdrawn')),
  requested_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  remark text
);
create index export_approval_client on export_approval (client_id, requested_at desc);
create index export_approval_person on export_approval (person_id, path) where state = 'approved';
call make_tenant_table('export_approval');

-- Every file that left: one row for each client whose data it held. Of a row only its end is
-- written later.
create sequence export_number;
grant usage, select on sequence export_number to shouyue_app;
create table export_log (
  number bigint not null,
  client_id uuid not null references client,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  role text not null,
  address text,
  token text,
  path text not null,
  query text not null,
  name text not null,
  marking text not null check (marking in ('written', 'kept')),
  shown boolean not null,
  rows bigint,
  approval_id uuid references export_approval,
  bytes bigint,
  sha256 text,
  primary key (number, client_id)
);
create index export_log_client on export_log (client_id, at desc);
create index export_log_sha256 on export_log (sha256);
call make_tenant_table('export_log');
revoke update, delete on export_log from shouyue_app;
grant update (bytes, sha256) on export_log to shouyue_app;
