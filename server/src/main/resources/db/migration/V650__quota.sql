-- A quota is used once for each thing, and given back when the thing is refused or withdrawn.
alter table quota_use add column about text;
alter table quota_use add column extra boolean not null default false;
alter table quota_use add column returned_at timestamptz;
create unique index quota_use_once on quota_use (contract_id, service_id, about)
  where returned_at is null;
