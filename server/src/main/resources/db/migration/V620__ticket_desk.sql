-- Who works on a ticket, who follows it, what belongs to it, and how it is found again.

alter table ticket add column assignee uuid;
-- When a clock next has something to say: a cache for the watch, never the truth. Null: nothing to wait for.
alter table ticket add column wake_at timestamptz;
update ticket set wake_at = opened_at where state <> 'closed' and level is not null;
create index ticket_wake on ticket (wake_at) where wake_at is not null;
create index ticket_newest on ticket (opened_at desc, id);
create index ticket_assignee on ticket (assignee) where assignee is not null;
create index ticket_asset on ticket (asset_id) where asset_id is not null;

-- What a breach came to when it happened; null where the contract names no sum.
alter table ticket_event add column amount numeric(18, 2);
create index ticket_event_breach on ticket_event (ticket_id) where type = 'breach';

-- Two neighbouring letters at a time: most Chinese words have two, which a trigram index cannot find.
create function ticket_plain(said text) returns text
  language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(said, NFKC), '\s+', ' ', 'g'));

create function ticket_grams(said text) returns text[]
  language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct letters[n] || letters[n + 1]), '{}')
  from (select string_to_array(ticket_plain(said), null) as letters) as plain,
    generate_subscripts(letters, 1) as n
  where n < cardinality(letters)
$$;

-- Everything that was said about a ticket. Apart from its row, which changes with every event.
create table ticket_words (
  ticket_id   uuid primary key references ticket (id),
  client_id   uuid not null,
  said        text not null,
  grams       text[] not null,
  inner_said  text not null default '',
  inner_grams text[] not null default '{}'
);
insert into ticket_words (ticket_id, client_id, said, grams)
select id, client_id, ticket_plain(words), ticket_grams(words)
from (select t.id, t.client_id, concat_ws(E'\n', t.number, t.title, t.body,
    (select string_agg(e.text, E'\n') from ticket_event e where e.ticket_id = t.id)) as words
  from ticket t) as all_words;
create index ticket_words_grams on ticket_words using gin (grams);
create index ticket_words_inner on ticket_words using gin (inner_grams);
call make_tenant_table('ticket_words');

-- Runs as the owner because row security would keep the planner from the index; looks at the
-- clients in scope only, all the same.
create function tickets_saying(words text, inner_too boolean) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select w.ticket_id from ticket_words w
  where w.client_id = any (shouyue_clients())
    and ((w.grams @> ticket_grams(words) and position(ticket_plain(words) in w.said) > 0)
      or (inner_too and w.inner_grams @> ticket_grams(words)
        and position(ticket_plain(words) in w.inner_said) > 0))
$$;

create table ticket_file (
  ticket_id   uuid not null,
  n           int not null,
  position    int not null,
  client_id   uuid not null,
  contract_id uuid not null,
  seq         bigint not null,
  name        text not null,
  size_bytes  bigint not null,
  primary key (ticket_id, n, position),
  foreign key (ticket_id, n) references ticket_event (ticket_id, n)
);

create table ticket_link (
  id        uuid primary key,
  ticket_id uuid not null references ticket (id),
  client_id uuid not null,
  kind      text not null check (kind in ('ticket', 'asset', 'finding', 'obligation', 'service')),
  -- An identifier; for a service the contract's, a slash and the service's own.
  target    text not null,
  added_at  timestamptz not null,
  added_by  text not null,
  unique (ticket_id, kind, target)
);
create index ticket_link_target on ticket_link (kind, target);

create table ticket_watcher (
  ticket_id uuid not null references ticket (id),
  person_id uuid not null,
  client_id uuid not null,
  primary key (ticket_id, person_id)
);

-- A person's own; shared ones are seen by those on the same side.
create table ticket_filter (
  id         uuid primary key,
  person_id  uuid not null,
  name       text not null,
  query      text not null,
  shared     boolean not null,
  created_at timestamptz not null,
  unique (person_id, name)
);

call make_tenant_table('ticket_file');
call make_tenant_table('ticket_link');
call make_tenant_table('ticket_watcher');
