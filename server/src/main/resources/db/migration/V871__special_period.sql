-- Times in which the provider stands guard on site (特殊时期值守), shift by shift.
create table special_period (
  id            uuid primary key,
  client_id     uuid not null references client,
  contract_id   uuid not null references contract,
  service_id    text not null,
  name          text not null,
  source        text not null check (source in ('calendar', 'client')),
  from_at       timestamptz not null,
  to_at         timestamptz not null check (to_at > from_at),
  place         text,
  told_by       text,
  state         text not null check (state in ('planned', 'kept', 'broken', 'cancelled')),
  obligation_id uuid not null references obligation,
  paper_id      uuid,
  reason        text,
  created_at    timestamptz not null,
  created_by    text not null
);
create index special_period_client on special_period (client_id, from_at);
create index special_period_open on special_period (to_at) where state = 'planned';
create unique index special_period_once on special_period (contract_id, service_id, name, from_at)
  where state <> 'cancelled';
call make_tenant_table('special_period');

create table on_site_shift (
  id             uuid primary key,
  client_id      uuid not null references client,
  period_id      uuid not null references special_period,
  from_at        timestamptz not null,
  to_at          timestamptz not null check (to_at > from_at),
  person_id      uuid references person,
  checked_in_at  timestamptz,
  checked_in_place text,
  checked_out_at timestamptz,
  hand_over      text,
  taken_over_at  timestamptz,
  taken_over_by  uuid references person,
  unique (period_id, from_at)
);
create index on_site_shift_person on on_site_shift (person_id, from_at);
create index on_site_shift_open on on_site_shift (from_at) where checked_in_at is null;
call make_tenant_table('on_site_shift');

create table duty_entry (
  id        uuid primary key,
  client_id uuid not null references client,
  period_id uuid not null references special_period,
  shift_id  uuid not null references on_site_shift,
  at        timestamptz not null,
  by_name   text not null,
  checked   text not null,
  found     text,
  ticket_id uuid references ticket
);
create index duty_entry_period on duty_entry (period_id, at);
call make_tenant_table('duty_entry');
