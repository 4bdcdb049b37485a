-- What is installed on an asset, as far as it is known: what bulletins are matched with.
create table asset_product (
  asset_id  uuid not null references asset,
  n         int not null,
  client_id uuid not null references client,
  name      text not null,
  version   text,
  cpe       text,
  primary key (asset_id, n)
);
call make_tenant_table('asset_product');

-- Security bulletins (安全通告, contract 2 §4). A bulletin is the provider's own; whom it concerns
-- and what became of it there is the client's.
create sequence bulletin_number;
create table bulletin (
  id                uuid primary key,
  number            text not null unique,
  way               text not null check (way in ('hand', 'csaf', 'feed')),
  source_key        text unique,
  source_version    text,
  state             text not null check (state in ('draft', 'published', 'dismissed', 'withdrawn')),
  version           int not null,
  title             text not null,
  severity          text not null check (severity in ('critical', 'high', 'medium', 'low', 'info')),
  cves              text[] not null,
  source            text not null,
  content           jsonb not null,
  gathered_at       timestamptz not null,
  gathered_by       text not null,
  published_version int,
  published_at      timestamptz,
  published_by      text,
  acknowledge_hours int,
  to_everybody      boolean not null default false,
  looked_late       boolean not null default false,
  ended_reason      text
);
create index bulletin_gathered on bulletin (gathered_at desc);

create table bulletin_version (
  bulletin_id uuid not null references bulletin,
  version     int not null,
  content     jsonb not null,
  at          timestamptz not null,
  by          text not null,
  why         text not null,
  primary key (bulletin_id, version)
);

-- Files that were handed in or dropped into the folder, and what became of each.
create table bulletin_file (
  id      uuid primary key,
  name    text not null,
  way     text not null check (way in ('upload', 'folder')),
  at      timestamptz not null,
  by      text not null,
  taken   int not null,
  updated int not null,
  known   int not null,
  refused jsonb not null
);
create index bulletin_file_at on bulletin_file (at desc);

create table bulletin_match (
  bulletin_id uuid not null references bulletin,
  asset_id    uuid not null references asset,
  client_id   uuid not null references client,
  outcome     text not null check (outcome in ('affected', 'not-affected', 'unknown')),
  product     text not null,
  why         text not null,
  judged_by   text,
  at          timestamptz not null,
  ticket_id   uuid,
  primary key (bulletin_id, asset_id)
);
create index bulletin_match_client on bulletin_match (client_id, asset_id);
call make_tenant_table('bulletin_match');

create table bulletin_sending (
  bulletin_id      uuid not null references bulletin,
  client_id        uuid not null references client,
  version          int not null,
  contract_id      uuid,
  sent_at          timestamptz not null,
  sent_by          text not null,
  due_at           timestamptz not null,
  remind_at        timestamptz,
  reminded         int not null default 0,
  acknowledged_at  timestamptz,
  acknowledged_by  text,
  acknowledged_who uuid,
  remark           text,
  paper_id         uuid,
  obligation_id    uuid,
  withdrawn_at     timestamptz,
  primary key (bulletin_id, client_id, version)
);
create index bulletin_sending_remind on bulletin_sending (remind_at) where remind_at is not null;
create index bulletin_sending_client on bulletin_sending (client_id, sent_at);
call make_tenant_table('bulletin_sending');

-- Clients that a draft concerned and that were not told of it in time.
create table bulletin_late (
  bulletin_id   uuid not null references bulletin,
  client_id     uuid not null references client,
  obligation_id uuid,
  at            timestamptz not null,
  primary key (bulletin_id, client_id)
);
call make_tenant_table('bulletin_late');
