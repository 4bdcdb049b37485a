-- Each time the provider asks for an acceptance that the contract plans, and what the client says.
create table acceptance_round (
  id uuid primary key,
  client_id uuid not null references client,
  contract_id uuid not null references contract,
  ordinal int not null check (ordinal > 0),
  round int not null check (round > 0),
  service_from date not null,
  service_until date not null,
  statement text not null,
  applied_at timestamptz not null,
  applied_by text not null,
  judge_by date,
  acceptance_id uuid not null references acceptance,
  state text not null check (state in ('applied', 'accepted', 'refused')),
  judged_at timestamptz,
  judged_by text,
  remarks text,
  mend_by date,
  provider_name text,
  provider_role text,
  provider_signed_at timestamptz,
  report_id uuid references report,
  unique (contract_id, ordinal, round),
  unique (acceptance_id)
);
call make_tenant_table('acceptance_round');
-- One round at a time lies before the client.
create unique index acceptance_round_open on acceptance_round (contract_id, ordinal)
  where state = 'applied';

-- What the client looks at in a round, one line for each promise.
create table acceptance_check (
  round_id uuid not null references acceptance_round,
  client_id uuid not null references client,
  position int not null,
  service_id text not null,
  clause text,
  title text not null,
  verdict text not null,
  due int not null,
  done int not null,
  late int not null,
  missed int not null,
  judgement text not null default 'open' check (judgement in ('open', 'pass', 'fail')),
  remark text,
  judged_by text,
  judged_at timestamptz,
  ticket_id uuid,
  primary key (round_id, service_id)
);
call make_tenant_table('acceptance_check');
