-- Where the heads of the audit chains stood, kept as evidence too: who rewrites a whole audit chain
-- would have to rewrite the evidence of every client and its files.
create table audit_anchor (
  client_id uuid not null references client,
  evidence_seq bigint not null,
  day date not null,
  seq bigint not null,
  platform_seq bigint not null,
  anchored_at timestamptz not null,
  primary key (client_id, evidence_seq)
);
call make_tenant_table('audit_anchor');
revoke update, delete on audit_anchor from shouyue_app;
