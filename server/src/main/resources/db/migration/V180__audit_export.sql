-- What is hashed, as text: a verifier without a database digests this text and reads it.
create function audit_text(entry audit_entry) returns text
  language sql stable parallel safe
  return jsonb_build_array(
      entry.chain, entry.seq, entry.client_id, extract(epoch from entry.at),
      extract(epoch from entry.business_at), entry.actor_id, entry.actor, entry.role,
      entry.address, entry.action, entry.subject, entry.details, entry.previous)::text;
create index audit_entry_actor on audit_entry (actor, at desc);
create index audit_entry_subject on audit_entry (subject, at desc);
