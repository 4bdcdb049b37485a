-- Certificates that people sign with. Only what is public is kept; private keys never come here.
create table signing_certificate (
  id uuid primary key,
  person_id uuid not null,
  pem text not null,
  subject text not null,
  issuer text not null,
  serial text not null,
  fingerprint text not null,
  not_before timestamptz not null,
  not_after timestamptz not null,
  registered_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index signing_certificate_own on signing_certificate (person_id, fingerprint)
  where withdrawn_at is null;

-- The authorities whose certificates are believed, and what they have revoked.
create table trust_anchor (
  id uuid primary key,
  pem text not null,
  subject text not null,
  fingerprint text not null,
  not_after timestamptz not null,
  added_at timestamptz not null,
  added_by text not null,
  removed_at timestamptz
);
create unique index trust_anchor_once on trust_anchor (fingerprint) where removed_at is null;
create table revocation_list (
  issuer text primary key,
  content bytea not null,
  this_update timestamptz not null,
  next_update timestamptz,
  added_at timestamptz not null,
  added_by text not null
);

-- The exact bytes that a person was handed for signing.
create table signing_offer (
  id uuid primary key,
  client_id uuid not null references client,
  contract_id uuid not null,
  about text not null,
  name text not null,
  form text not null check (form in ('file', 'pdf')),
  document bytea not null,
  to_sign bytea not null,
  sha256 text not null,
  sm3 text not null,
  hole int,
  person_id uuid not null,
  offered_at timestamptz not null,
  check ((form = 'pdf') = (hole is not null))
);
create index signing_offer_about on signing_offer (about);
call make_tenant_table('signing_offer');

-- Every signature that was handed in, with what came of looking at it.
create table certificate_signature (
  id uuid primary key,
  client_id uuid not null references client,
  contract_id uuid not null,
  offer_id uuid not null references signing_offer,
  about text not null,
  document text not null,
  document_sha256 text not null,
  form text not null,
  person_id uuid not null,
  person_name text not null,
  subject text not null,
  issuer text not null,
  serial text not null,
  fingerprint text not null,
  algorithm text not null,
  state text not null check (state in ('valid', 'invalid', 'unknown')),
  checks jsonb not null,
  signed_at timestamptz not null,
  claimed_at timestamptz,
  evidence_seq bigint not null
);
create index certificate_signature_about on certificate_signature (about, signed_at);
call make_tenant_table('certificate_signature');
revoke update, delete on certificate_signature from shouyue_app;
