-- Notices from higher authorities and exposure boards are tickets too.
alter table ticket drop constraint ticket_kind_check;
alter table ticket add constraint ticket_kind_check check (kind in (
  'fault', 'incident', 'request', 'change', 'rectification', 'external'));
