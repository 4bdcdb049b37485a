-- Rosters belong to the provider and serve one client or several: a roster's rows are seen by those
-- who have one of its clients in scope.
create table duty_roster (
  id         uuid primary key,
  name       text not null,
  zone       text not null,
  fallback   uuid references person,
  auto_swap  boolean not null,
  created_at timestamptz not null,
  created_by text not null,
  retired_at timestamptz,
  -- When the watch looks at it next; now, after every change.
  look_at    timestamptz not null
);
create index duty_roster_look on duty_roster (look_at) where retired_at is null;

create table duty_roster_client (
  roster_id uuid not null references duty_roster deferrable initially deferred,
  client_id uuid not null references client,
  primary key (roster_id, client_id)
);
call make_tenant_table('duty_roster_client');

-- The layers that hold from an instant on. A change adds a row: who was on call stays known.
create table duty_rota (
  roster_id  uuid not null references duty_roster,
  valid_from timestamptz not null,
  layers     jsonb not null,
  made_by    text not null,
  primary key (roster_id, valid_from)
);

create table duty_swap (
  id         uuid primary key,
  roster_id  uuid not null references duty_roster,
  asker      uuid not null references person,
  taker      uuid not null references person,
  from_at    timestamptz not null,
  to_at      timestamptz not null check (to_at > from_at),
  reason     text not null,
  state      text not null check (state in ('asked', 'accepted', 'settled', 'refused', 'withdrawn')),
  asked_at   timestamptz not null,
  answered_at timestamptz,
  settled_at timestamptz,
  settled_by text
);
create index duty_swap_roster on duty_swap (roster_id, from_at);

-- Somebody stands in: for a person when one is named, else before everybody.
create table duty_stand_in (
  id         uuid primary key,
  roster_id  uuid not null references duty_roster,
  person_id  uuid not null references person,
  instead    uuid references person,
  from_at    timestamptz not null,
  to_at      timestamptz not null check (to_at > from_at),
  reason     text not null,
  made_at    timestamptz not null,
  made_by    text not null,
  swap_id    uuid references duty_swap,
  revoked_at timestamptz
);
create index duty_stand_in_roster on duty_stand_in (roster_id, to_at);

-- Who is away is the provider's own knowledge, the same for every roster.
create table duty_absence (
  id        uuid primary key,
  person_id uuid not null references person,
  from_at   timestamptz not null,
  to_at     timestamptz not null check (to_at > from_at),
  reason    text not null,
  made_at   timestamptz not null,
  made_by   text not null
);
create index duty_absence_person on duty_absence (person_id, to_at);

-- A secret address under which a calendar program fetches shifts: of a roster, or of a person.
create table duty_feed (
  id           uuid primary key,
  token_digest bytea not null unique,
  roster_id    uuid references duty_roster,
  person_id    uuid references person,
  created_at   timestamptz not null,
  created_by   uuid not null references person,
  revoked_at   timestamptz,
  check ((roster_id is null) <> (person_id is null))
);

-- What was told, so that nothing is told twice, on whichever node.
create table duty_told (
  client_id uuid not null references client,
  key       text not null,
  told_at   timestamptz not null,
  primary key (client_id, key)
);
call make_tenant_table('duty_told');

alter table duty_roster enable row level security;
create policy tenant on duty_roster
  using (exists (select from duty_roster_client c where c.roster_id = duty_roster.id))
  with check (exists (select from duty_roster_client c where c.roster_id = duty_roster.id));
alter table duty_rota enable row level security;
create policy tenant on duty_rota
  using (exists (select from duty_roster_client c where c.roster_id = duty_rota.roster_id))
  with check (exists (select from duty_roster_client c where c.roster_id = duty_rota.roster_id));
alter table duty_swap enable row level security;
create policy tenant on duty_swap
  using (exists (select from duty_roster_client c where c.roster_id = duty_swap.roster_id))
  with check (exists (select from duty_roster_client c where c.roster_id = duty_swap.roster_id));
alter table duty_stand_in enable row level security;
create policy tenant on duty_stand_in
  using (exists (select from duty_roster_client c where c.roster_id = duty_stand_in.roster_id))
  with check (exists (select from duty_roster_client c where c.roster_id = duty_stand_in.roster_id));

-- For the calendar feed, which has no session: the clients in whose scope its shifts are read.
create function duty_roster_clients(roster uuid) returns uuid[]
  language sql stable security definer set search_path = public
  return (select coalesce(array_agg(client_id), '{}') from duty_roster_client
          where roster_id = roster);
