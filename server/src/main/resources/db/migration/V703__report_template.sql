-- A client's own Word templates, every version that was ever taken. The one that is used is marked.
create table report_template (
  client_id uuid not null references client,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  version int not null check (version > 0),
  name text not null,
  content bytea not null,
  sha256 text not null,
  used boolean not null,
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  primary key (client_id, kind, version)
);
create unique index report_template_used on report_template (client_id, kind) where used;
call make_tenant_table('report_template');
