-- How a person proves who they are, and how long that holds.
alter table person
  add column password_changed_at timestamptz not null default now(),
  -- Given by somebody else: good for one sign-in, after which a new one must be chosen.
  add column password_once boolean not null default false,
  -- Has to enrol a second factor before doing anything else, whatever the policy says for the role.
  add column second_factor_forced boolean not null default false,
  -- How the organisation's identity provider names them; null when only our own records do.
  add column external_subject text unique;

-- What may not be chosen again: encoded as the present password is.
create table past_password (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person on delete cascade,
  password text not null
);
create index past_password_person on past_password (person_id, id);

create table recovery_code (
  person_id uuid not null references person on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  primary key (person_id, digest)
);

alter table session
  add column id uuid not null default uuidv7() unique,
  add column address text,
  add column agent text,
  add column way text not null default 'password',
  add column locked boolean not null default false;
create index session_person on session (person_id);

-- Kept for half a year, so that the security administrator sees who was tried; forgiven ones no
-- longer slow anybody down.
alter table failed_sign_in
  add column id uuid not null default uuidv7() primary key,
  add column forgiven boolean not null default false;
create index failed_sign_in_at on failed_sign_in (at);

-- One row: the policy in force. The defaults are in the record that reads it.
create table security_policy (
  id integer primary key check (id = 1),
  body jsonb not null,
  changed_at timestamptz not null
);

-- A change that waits for a second person.
create table proposal (
  id uuid primary key,
  kind text not null,
  subject uuid,
  title text not null,
  body jsonb not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  proposed_by uuid not null references person,
  proposed_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  reason text,
  -- A one-time password that the approval made, sealed, until the proposer has fetched it once.
  password bytea,
  check (decided_by is null or state = 'withdrawn' or decided_by <> proposed_by)
);
create index proposal_waiting on proposal (proposed_at) where state = 'waiting';

-- A challenge that was given out and may be answered once.
create table slip (
  digest bytea primary key,
  kind text not null,
  person_id uuid references person on delete cascade,
  body jsonb not null,
  until timestamptz not null
);

create table api_token (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  name text not null,
  digest bytea not null unique,
  hint text not null,
  read_only boolean not null,
  role text,
  clients uuid[],
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  last_address text
);
create index api_token_person on api_token (person_id);

create table passkey (
  id bytea primary key,
  person_id uuid not null references person on delete cascade,
  name text not null,
  attested bytea not null,
  signatures bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);

-- Names of clients for those who give access to them without seeing anything else of them.
create function client_names() returns table (id uuid, name text)
  language sql stable security definer set search_path = public
begin atomic
  select c.id, c.name from client c order by c.name, c.id;
end;
