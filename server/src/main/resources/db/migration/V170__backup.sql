-- Backups of the platform itself: the platform's own, no client's.
create table platform_backup (
  id uuid primary key,
  state text not null check (state in ('running', 'done', 'failed')),
  way text not null check (way in ('scheduled', 'asked', 'command')),
  file text not null,
  started_at timestamptz not null,
  started_by text not null,
  finished_at timestamptz,
  size_bytes bigint,
  tables integer,
  row_count bigint,
  files bigint,
  damaged integer,
  problem text,
  checked_at timestamptz,
  check_problem text,
  removed_at timestamptz
);
create index platform_backup_started on platform_backup (started_at desc);
create unique index platform_backup_one_at_a_time on platform_backup (state) where state = 'running';
