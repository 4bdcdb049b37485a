-- Channels are the platform's own: the gateways that an administrator set up. For which clients a
-- group's robot speaks is said apart. Secrets are sealed under the key in the server's home.
create table notice_channel (
  id            uuid primary key default uuidv7(),
  kind          text not null,
  name          text not null unique,
  settings      jsonb not null default '{}',
  secrets       bytea,
  enabled       boolean not null default true,
  audience      text not null default 'provider' check (audience in ('provider', 'client')),
  every_client  boolean not null default true,
  version       int not null default 1,
  failures      int not null default 0,
  failing_since timestamptz,
  dead_since    timestamptz,
  probe_at      timestamptz,
  last_said     text,
  created_at    timestamptz not null default now()
);

create table notice_channel_client (
  channel_id uuid not null references notice_channel on delete cascade,
  client_id  uuid not null,
  primary key (channel_id, client_id)
);
call make_tenant_table('notice_channel_client');

create table notice (
  id              uuid primary key default uuidv7(),
  client_id       uuid not null,
  key             text not null,
  template        text not null,
  urgency         text not null check (urgency in ('disaster', 'high', 'normal', 'low')),
  about           text not null,
  title           text not null,
  created_at      timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acknowledged_how text,
  unique (client_id, key)
);
create index notice_about on notice (about);
call make_tenant_table('notice');

-- One message to one recipient by one channel. `target` is what makes a recipient that recipient:
-- the person's id, an outsider's address, a robot's channel. Times ending in `_at` are real time,
-- but for `not_before` and `created_at`, which are the business clock's.
create table delivery (
  id            uuid primary key default uuidv7(),
  client_id     uuid not null,
  notice_id     uuid not null references notice,
  channel_id    uuid,
  means         text not null check (means in ('phone', 'sms', 'robot', 'mail', 'inbox')),
  person_id     uuid,
  target        text not null,
  recipient     text not null,
  address       text not null,
  locale        text not null,
  title         text not null,
  body          text not null,
  about         text not null,
  urgency       text not null,
  rank          smallint not null,
  digest        boolean not null default false,
  gathered_into uuid,
  proof         boolean not null default false,
  state         text not null check (state in
    ('queued', 'sending', 'sent', 'delivered', 'failed', 'expired', 'gathered')),
  created_at    timestamptz not null,
  not_before    timestamptz not null,
  next_at       timestamptz not null,
  expires_at    timestamptz not null,
  node          uuid,
  lease_until   timestamptz,
  attempts      int not null default 0,
  sent_at       timestamptz,
  delivered_at  timestamptz,
  read_at       timestamptz,
  provider_id   text,
  reason        text,
  unique nulls not distinct (notice_id, means, target, channel_id)
);
create index delivery_due on delivery (channel_id, next_at) where state in ('queued', 'sending');
create index delivery_gathered on delivery (gathered_into) where gathered_into is not null;
create index delivery_inbox on delivery (person_id, created_at) where means = 'inbox';
create index delivery_listed on delivery (client_id, created_at);
create index delivery_provider on delivery (provider_id) where provider_id is not null;
call make_tenant_table('delivery');

-- Every try: written before the peer is called, completed when it answered.
create table delivery_attempt (
  delivery_id uuid not null references delivery,
  n           int not null,
  client_id   uuid not null,
  channel_id  uuid not null,
  node        uuid not null,
  at          timestamptz not null,
  took_millis int,
  outcome     text check (outcome in ('taken', 'refused', 'failed', 'throttled', 'receipt')),
  code        text,
  said        text,
  primary key (delivery_id, n)
);
create index delivery_attempt_rate on delivery_attempt (channel_id, at);
call make_tenant_table('delivery_attempt');

-- A node that does not beat is dead, and what it was sending is taken up by others.
create table notice_node (
  id      uuid primary key,
  seen_at timestamptz not null
);

-- A client's own words for a template.
create table notice_text (
  client_id  uuid not null,
  template   text not null,
  locale     text not null check (locale in ('zh', 'en')),
  title      text not null,
  body       text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (client_id, template, locale)
);
call make_tenant_table('notice_text');

-- Who is told how (contract 3 §5.3: the client may define it). Without a person it is for everybody
-- told of that client's matters; `always` has the person told though nobody named them.
create table notice_rule (
  id        uuid primary key default uuidv7(),
  client_id uuid not null,
  person_id uuid,
  urgency   text not null check (urgency in ('disaster', 'high', 'normal', 'low')),
  means     text[] not null,
  always    boolean not null default false,
  changed_by text not null,
  unique nulls not distinct (client_id, person_id, urgency)
);
call make_tenant_table('notice_rule');

create table notice_quiet (
  client_id  uuid primary key,
  quiet_from time not null,
  quiet_to   time not null
);
call make_tenant_table('notice_quiet');

-- What a person chose for themselves, whatever the client.
create table notice_preference (
  person_id  uuid primary key references person on delete cascade,
  quiet_from time,
  quiet_to   time,
  digest     text not null default 'hour' check (digest in ('none', 'hour', 'day')),
  opted_out  text[] not null default '{}'
);
