-- One chain for each contract, and one for each client (contract_id = client_id) for what belongs to
-- no contract, such as a permit's signed file. Rows are only ever added.
create table evidence_record (
  client_id uuid not null references client,
  contract_id uuid not null,
  seq bigint not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  sm3 text not null,
  origin text not null,
  about text not null,
  effective_at timestamptz not null,
  received_at timestamptz not null,
  previous text not null,
  digest text not null,
  primary key (contract_id, seq)
);
create index evidence_record_client on evidence_record (client_id, received_at desc);
create index evidence_record_about on evidence_record (about);
call make_tenant_table('evidence_record');
revoke update, delete on evidence_record from shouyue_app;
