-- Rows of tenant tables are visible to, and written by, those who have their client in scope.
create function shouyue_clients() returns uuid[]
  language sql stable parallel safe
  return nullif(current_setting('shouyue.clients', true), '')::uuid[];

-- Makes a table with a client_id a tenant table. Every migration that creates one calls it.
create procedure make_tenant_table(tenant_table regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('create policy tenant on %s using (client_id = any (shouyue_clients()))'
    ' with check (client_id = any (shouyue_clients()))', tenant_table);
end
$$;

grant usage on schema public to shouyue_app;
alter default privileges in schema public
  grant select, insert, update, delete on tables to shouyue_app;
alter default privileges in schema public grant usage, select on sequences to shouyue_app;

create table client (
  id uuid primary key default uuidv7(),
  name text not null unique,
  zone text not null default 'Asia/Shanghai',
  office jsonb,
  created_at timestamptz not null default now()
);
alter table client enable row level security;
create policy tenant on client using (id = any (shouyue_clients()))
  with check (id = any (shouyue_clients()));

-- For the provider's manager and for background work, which see every client one after the other.
create function every_client() returns uuid[]
  language sql stable security definer set search_path = public
  return (select coalesce(array_agg(id order by created_at, id), '{}') from client);

-- People are the platform's own, not a client's: which clients they see is in person_client. Both
-- are read before there is a scope, at sign-in; only the handlers in the tenant room use them.
create table person (
  id uuid primary key default uuidv7(),
  username text not null,
  name text not null,
  role text not null
    check (role in ('provider-manager', 'engineer', 'client-reader', 'client-signatory', 'auditor')),
  password text not null,
  locale text not null default 'zh-CN',
  disabled boolean not null default false,
  totp_secret bytea,
  totp_confirmed boolean not null default false,
  totp_last_step bigint not null default 0,
  created_at timestamptz not null default now()
);
create unique index person_username on person (lower(username));

create table person_client (
  person_id uuid not null references person on delete cascade,
  client_id uuid not null references client on delete cascade,
  primary key (person_id, client_id)
);

create table session (
  token_digest bytea primary key,
  person_id uuid not null references person on delete cascade,
  csrf text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null
);
create index session_last_seen on session (last_seen_at);

create table failed_sign_in (
  account text not null,
  address text not null,
  at timestamptz not null
);
create index failed_sign_in_account on failed_sign_in (account, address, at);
create index failed_sign_in_address on failed_sign_in (address, at);

create table replay_clock (
  id integer primary key check (id = 1),
  position timestamptz not null
);

-- Events between rooms that were published and not handled yet (Spring Modulith's own table).
create table event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_event on event_publication using hash (serialized_event);
create index event_publication_completed on event_publication (completion_date);
