-- Showing a client's data to third parties, each case by itself (一事一议; contract 2 annex 2 §3(6)).
create table disclosure (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  contract_id uuid not null,
  recipient text not null,
  what text not null,
  purpose text not null,
  basis text not null,
  until timestamptz not null,
  state text not null check (state in ('requested', 'consented', 'refused', 'shown')),
  requested_at timestamptz not null,
  requested_by text not null,
  decided_at timestamptz,
  decided_by text,
  decided_role text,
  remark text,
  evidence_seq bigint,
  shown_at timestamptz,
  shown_by text,
  shown_note text,
  check ((state in ('consented', 'shown')) <= (evidence_seq is not null))
);
create index disclosure_client on disclosure (client_id, requested_at desc);
call make_tenant_table('disclosure');
