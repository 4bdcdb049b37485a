-- Whether a published bulletin was brought to every client, also to those that its publisher does
-- not see.
alter table bulletin add column spread boolean not null default true;
create index bulletin_unspread on bulletin (id) where not spread;
