create table asset (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  kind text not null check (kind in ('system', 'site', 'host', 'database', 'domain')),
  name text not null,
  address text not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
create unique index asset_name on asset (client_id, kind, name) where retired_at is null;
call make_tenant_table('asset');

create table permit (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  targets text[] not null,
  methods text[] not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  signatory text not null,
  file_name text not null,
  file_sha256 text not null,
  evidence_seq bigint not null,
  created_by text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  revoked_noticed_at timestamptz -- by the wall clock, which a replayed business clock is not
);
create index permit_client on permit (client_id, until_at);
call make_tenant_table('permit');

create table scope_refusal (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  at timestamptz not null,
  capability text not null,
  method text not null,
  destination text not null,
  addresses text[] not null,
  code text not null,
  message_zh text not null,
  message_en text not null
);
create index scope_refusal_at on scope_refusal (client_id, at desc);
call make_tenant_table('scope_refusal');

create table kill_switch (
  id integer primary key check (id = 1),
  thrown boolean not null,
  reason text not null,
  by text not null,
  at timestamptz not null
);

-- For every node's watch, which sees no client: it cuts what another node revoked.
create function permits_revoked_since(since timestamptz) returns setof uuid
  language sql stable security definer set search_path = public
begin atomic
  select id from permit where revoked_at is not null and revoked_noticed_at > since;
end;
