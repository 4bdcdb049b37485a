-- Reports as they were drawn up: the dossier is what is kept, files are written from it again.
create table report (
  id uuid primary key,
  client_id uuid not null references client,
  contract_id uuid not null references contract,
  kind text not null check (kind in ('monthly')),
  period text not null,
  number text not null,
  dossier text not null,
  created_at timestamptz not null,
  created_by text not null,
  unique (contract_id, number)
);
create index report_contract on report (contract_id, created_at desc);
call make_tenant_table('report');
