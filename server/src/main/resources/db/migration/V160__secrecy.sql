-- Contracts are named without a foreign key: their table is made by a later number.

-- What a client demands of the provider's people before they see anything of it. No row: nothing.
create table secrecy_rule (
  client_id uuid primary key references client,
  undertakings boolean not null,
  named_only boolean not null,
  reason text not null,
  set_at timestamptz not null,
  set_by text not null
);
call make_tenant_table('secrecy_rule');

-- A person's undertaking to keep a client's secrets (保密承诺书). Never changed but by withdrawal.
create table undertaking (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  contract_id uuid,
  person_id uuid not null references person,
  person_name text not null,
  wording text not null,
  text_version integer not null,
  text_sha256 text not null,
  way text not null check (way in ('drawn', 'paper')),
  signed_at timestamptz not null,
  until timestamptz,
  evidence_seq bigint not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index undertaking_person on undertaking (client_id, person_id, signed_at desc);
create index undertaking_until on undertaking (until) where withdrawn_at is null;
call make_tenant_table('undertaking');

-- The people whom the provider names for a contract, and what the client says to each.
create table named_person (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  contract_id uuid not null,
  person_id uuid not null references person,
  person_name text not null,
  duty text not null,
  state text not null check (state in ('proposed', 'approved', 'refused', 'removed')),
  proposed_at timestamptz not null,
  proposed_by text not null,
  decided_at timestamptz,
  decided_by text,
  remark text
);
create unique index named_person_once on named_person (contract_id, person_id)
  where state in ('proposed', 'approved');
create index named_person_client on named_person (client_id, person_id);
call make_tenant_table('named_person');

-- Asked at every request of the provider's people, before there is a scope: which of these clients
-- demand something that the person has not given.
create function secrecy_barred(who uuid, clients uuid[], at timestamptz) returns uuid[]
  language sql stable security definer set search_path = public
  return (
    select coalesce(array_agg(r.client_id), '{}') from secrecy_rule r
    where r.client_id = any (clients)
      and (
        r.undertakings and not exists (
          select from undertaking u
          where u.client_id = r.client_id and u.person_id = who and u.withdrawn_at is null
            and u.signed_at <= at and (u.until is null or u.until > at))
        or r.named_only and not exists (
          select from named_person n
          where n.client_id = r.client_id and n.person_id = who and n.state = 'approved')));
revoke all on function secrecy_barred from public;
grant execute on function secrecy_barred to shouyue_app;
