-- Papers beside dossiers: any room may draw a document about an occasion, with or without a
-- contract. What it says is kept in the same place; `form` tells which of the two it is.
alter table report drop constraint report_kind_check;
alter table report add constraint report_kind_check check (kind ~ '^[a-z][a-z-]{1,39}$');
alter table report alter column contract_id drop not null;
alter table report add column title text not null default '';
alter table report add column about text not null default '';
alter table report add column form text not null default 'dossier' check (form in ('dossier', 'paper'));
alter table report rename column dossier to content;
create unique index report_number_without_contract on report (client_id, number)
  where contract_id is null;
create index report_about on report (about) where about <> '';
