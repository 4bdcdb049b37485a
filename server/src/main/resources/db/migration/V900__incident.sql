-- Incident rooms. Each has a ticket of kind 'incident', on which the clocks run; what is here is
-- what a response needs beyond a ticket.

create table incident (
  id              uuid primary key,
  client_id       uuid not null references client,
  contract_id     uuid not null,
  ticket_id       uuid not null unique,
  number          text not null,
  title           text not null,
  origin          text not null, -- finding/…, ticket/… or person
  category        text not null,
  operator        text not null check (operator in ('critical-infrastructure', 'central', 'other')),
  importance      text,
  loss            text,
  impact          text,
  grade_proposed  text,
  grade           text check (grade in ('extraordinary', 'major', 'considerable', 'general')),
  grade_reason    text,
  graded_by       text,
  graded_at       timestamptz,
  phase           text not null
    check (phase in ('analysis', 'containment', 'eradication', 'recovery', 'review', 'closed')),
  occurred_at     timestamptz not null,
  detected_at     timestamptz not null,
  opened_at       timestamptz not null,
  opened_by       text not null,
  responded_at    timestamptz,
  contained_at    timestamptz,
  recovered_at    timestamptz,
  closed_at       timestamptz,
  confirmed_by    text,
  confirmed_at    timestamptz,
  description     text not null default '',
  handling        text not null default '',
  root_cause      text not null default '',
  tracking        text not null default '',
  lessons         text not null default '',
  plan_id         uuid,
  report_id       uuid,
  unique (client_id, number)
);
create index incident_open on incident (client_id, opened_at desc);
create unique index incident_origin on incident (origin) where origin <> 'person';

create table incident_asset (
  incident_id uuid not null references incident,
  asset_id    uuid not null references asset,
  client_id   uuid not null,
  primary key (incident_id, asset_id)
);
create index incident_asset_asset on incident_asset (asset_id);

create table incident_member (
  incident_id uuid not null references incident,
  person_id   uuid not null references person,
  client_id   uuid not null,
  role        text not null check (role in ('commander', 'analyst', 'liaison', 'recorder')),
  joined_at   timestamptz not null,
  added_by    text not null,
  primary key (incident_id, person_id, role)
);

create table incident_entry (
  id            uuid primary key default uuidv7(),
  incident_id   uuid not null references incident,
  client_id     uuid not null,
  happened_at   timestamptz not null,
  recorded_at   timestamptz not null,
  source        text not null,
  text          text not null,
  author        text not null,
  about         text not null,
  struck_at     timestamptz,
  struck_by     text,
  struck_reason text
);
create index incident_entry_incident on incident_entry (incident_id, happened_at);

-- What is written stays written: an entry can be struck out once, and nothing else.
create function incident_entry_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.struck_at is not null or new.struck_at is null
    or (new.id, new.incident_id, new.client_id, new.happened_at, new.recorded_at, new.source,
        new.text, new.author, new.about)
      is distinct from (old.id, old.incident_id, old.client_id, old.happened_at, old.recorded_at,
        old.source, old.text, old.author, old.about)
  then
    raise exception 'an entry of an incident is never changed';
  end if;
  return new;
end
$$;
create trigger incident_entry_stays before update or delete on incident_entry
  for each row execute function incident_entry_stays();

create table incident_action (
  id          uuid primary key,
  incident_id uuid not null references incident,
  client_id   uuid not null,
  stage       text not null check (stage in ('containment', 'eradication', 'recovery')),
  what        text not null,
  who         text not null,
  due_at      timestamptz,
  asset_id    uuid,
  permit_id   uuid,
  state       text not null check (state in ('open', 'done', 'dropped')),
  result      text,
  created_at  timestamptz not null,
  created_by  text not null,
  ended_at    timestamptz,
  ended_by    text
);
create index incident_action_incident on incident_action (incident_id, created_at);

create table incident_indicator (
  id          uuid primary key,
  incident_id uuid not null references incident,
  client_id   uuid not null,
  type        text not null,
  value       text not null,
  note        text not null,
  added_at    timestamptz not null,
  added_by    text not null,
  unique (incident_id, type, value)
);
create index incident_indicator_value on incident_indicator (client_id, value);

-- Things secured as evidence, and every hand through which they went.
create table incident_item (
  id           uuid primary key,
  incident_id  uuid not null references incident,
  client_id    uuid not null,
  name         text not null,
  note         text not null,
  chain        uuid not null,
  seq          bigint not null,
  sha256       text not null,
  sm3          text not null,
  size_bytes   bigint not null
);
create index incident_item_incident on incident_item (incident_id);

create table incident_custody (
  item_id   uuid not null references incident_item,
  n         int not null,
  client_id uuid not null,
  at        timestamptz not null,
  deed      text not null check (deed in ('collected', 'handed-over')),
  giver     text not null,
  receiver  text not null,
  how       text not null,
  seal      text not null,
  by        text not null,
  signature bigint, -- the record of the receiver's drawn signature in the same chain
  seq       bigint not null, -- the record of this step in the same chain
  sha256    text not null,
  primary key (item_id, n)
);

-- Who was told what, when, by which channel.
create table incident_word (
  id          uuid primary key default uuidv7(),
  incident_id uuid not null references incident,
  client_id   uuid not null,
  told_at     timestamptz not null,
  recorded_at timestamptz not null,
  receiver    text not null,
  channel     text not null,
  text        text not null,
  by          text not null,
  source      text not null check (source in ('person', 'notice')),
  unique (incident_id, source, told_at, receiver, text)
);

create table incident_duty (
  incident_id uuid not null references incident,
  code        text not null,
  client_id   uuid not null,
  due_at      timestamptz not null,
  told_at     timestamptz,
  told_by     text,
  receipt     text,
  warned_at   timestamptz,
  primary key (incident_id, code)
);

create table incident_follow_up (
  incident_id uuid not null references incident,
  ticket_id   uuid not null,
  client_id   uuid not null,
  primary key (incident_id, ticket_id)
);

call make_tenant_table('incident');
call make_tenant_table('incident_asset');
call make_tenant_table('incident_member');
call make_tenant_table('incident_entry');
call make_tenant_table('incident_action');
call make_tenant_table('incident_indicator');
call make_tenant_table('incident_item');
call make_tenant_table('incident_custody');
call make_tenant_table('incident_word');
call make_tenant_table('incident_duty');
call make_tenant_table('incident_follow_up');
