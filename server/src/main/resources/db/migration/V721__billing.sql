-- Invoices that the provider sent for instalments.
create table invoice (
  id uuid primary key,
  client_id uuid not null references client,
  contract_id uuid not null references contract,
  instalment int not null check (instalment > 0),
  number text not null,
  issued_on date not null,
  delivered_on date not null,
  amount numeric(14, 2) not null check (amount > 0),
  evidence_seq bigint not null,
  entered_at timestamptz not null,
  entered_by text not null,
  unique (contract_id, number),
  check (delivered_on >= issued_on)
);
call make_tenant_table('invoice');

-- Reminders that were raised about an instalment, each once.
create table dunning (
  contract_id uuid not null references contract,
  instalment int not null,
  step text not null,
  client_id uuid not null references client,
  raised_at timestamptz not null,
  days_late int not null,
  interest numeric(14, 2),
  text text not null,
  primary key (contract_id, instalment, step)
);
call make_tenant_table('dunning');

-- Breaches that no machine can judge, stated by a person with a reason and a document.
create table breach (
  id uuid primary key,
  client_id uuid not null references client,
  contract_id uuid not null references contract,
  party text not null check (party in ('client', 'provider')),
  subject text not null check (subject in ('breach', 'secrecy', 'termination', 'refusal')),
  happened_on date not null,
  reason text not null,
  evidence_seq bigint not null,
  declared_at timestamptz not null,
  declared_by text not null,
  declarer text not null check (declarer in ('client', 'provider')),
  withdrawn_at timestamptz,
  withdrawn_because text
);
call make_tenant_table('breach');

-- Statements of what both sides owe, which both confirm.
create table statement (
  id uuid primary key,
  client_id uuid not null references client,
  contract_id uuid not null references contract,
  as_of date not null,
  total numeric(14, 2) not null,
  report_id uuid not null references report,
  created_at timestamptz not null,
  created_by text not null
);
call make_tenant_table('statement');

create table statement_signature (
  statement_id uuid not null references statement,
  client_id uuid not null references client,
  side text not null check (side in ('client', 'provider')),
  name text not null,
  role text not null,
  signed_at timestamptz not null,
  evidence_seq bigint not null,
  primary key (statement_id, side)
);
call make_tenant_table('statement_signature');
revoke update, delete on statement_signature from shouyue_app;
