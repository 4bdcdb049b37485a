-- One acceptance: the package over a period, and what the client said of it.
create table acceptance (
  id uuid primary key,
  client_id uuid not null references client,
  contract_id uuid not null references contract,
  number text not null,
  period_from date not null,
  period_to date not null,
  state text not null check (state in ('draft', 'published', 'signed', 'refused', 'failed')),
  done int not null default 0,
  steps int not null default 0,
  message text not null default '',
  problem text,
  dossier text,
  created_at timestamptz not null,
  created_by text not null,
  published_at timestamptz,
  check (period_from <= period_to),
  check (state in ('draft', 'failed') or dossier is not null),
  unique (contract_id, number)
);
create index acceptance_contract on acceptance (contract_id, created_at desc);
-- One package at a time is built for a contract.
create unique index acceptance_building on acceptance (contract_id) where state = 'draft';
call make_tenant_table('acceptance');

create table acceptance_signature (
  acceptance_id uuid primary key references acceptance,
  client_id uuid not null references client,
  person_id uuid not null,
  name text not null,
  role text not null,
  verdict text not null check (verdict in ('accepted', 'refused')),
  remarks text,
  signed_at timestamptz not null,
  package_digest text not null,
  evidence_seq bigint not null
);
call make_tenant_table('acceptance_signature');
revoke update, delete on acceptance_signature from shouyue_app;
