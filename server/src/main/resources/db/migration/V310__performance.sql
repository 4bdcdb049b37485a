-- What rooms did that kept an obligation: the same thing is never counted twice for a contract.
create table performance (
  about       text not null,
  contract_id uuid not null references contract (id),
  client_id   uuid not null,
  done_at     timestamptz not null,
  primary key (contract_id, about)
);
call make_tenant_table('performance');
