-- The audit trail: one hash chain for each client, and one (client_id null) for the platform itself.
-- The working account can read it and append to it by audit_append; nothing else.
create table audit_entry (
  chain uuid not null,
  seq bigint not null,
  client_id uuid,
  at timestamptz not null,
  business_at timestamptz not null,
  actor_id uuid,
  actor text not null,
  role text,
  address text,
  action text not null,
  subject text not null,
  details jsonb not null,
  previous text not null,
  digest text not null,
  primary key (chain, seq)
);
create index audit_entry_at on audit_entry (at desc);
alter table audit_entry enable row level security;
-- Who may read the platform's own chain is decided by the handler: managers and auditors.
create policy tenant on audit_entry for select
  using (client_id is null or client_id = any (shouyue_clients()));

create table audit_head (
  chain uuid primary key,
  seq bigint not null,
  digest text not null
);
revoke all on audit_entry, audit_head from shouyue_app;
grant select on audit_entry to shouyue_app;

-- What is hashed. Fields are separated by a character that none of them holds unescaped in JSON.
create function audit_digest(entry audit_entry) returns text
  language sql stable parallel safe
  return encode(sha256(convert_to(jsonb_build_array(
      entry.chain, entry.seq, entry.client_id, extract(epoch from entry.at),
      extract(epoch from entry.business_at), entry.actor_id, entry.actor, entry.role,
      entry.address, entry.action, entry.subject, entry.details, entry.previous)::text,
    'UTF8')), 'hex');

create function audit_append(entries jsonb) returns void
  language plpgsql security definer set search_path = public as $$
declare
  given jsonb;
  entry audit_entry;
begin
  for given in select value from jsonb_array_elements(entries) loop
    entry := jsonb_populate_record(null::audit_entry, given);
    entry.chain := coalesce(entry.client_id, '00000000-0000-0000-0000-000000000000');
    insert into audit_head as head (chain, seq, digest) values (entry.chain, 1, '')
      on conflict (chain) do update set seq = head.seq + 1
      returning head.seq, head.digest into entry.seq, entry.previous;
    entry.digest := audit_digest(entry);
    insert into audit_entry values (entry.*);
    update audit_head set digest = entry.digest where chain = entry.chain;
  end loop;
end
$$;

-- The first entry of each visible chain that does not follow from the one before.
create function audit_broken() returns table (chain uuid, seq bigint)
  language sql stable security definer set search_path = public
begin atomic
  select distinct on (e.chain) e.chain, e.seq
  from (
    select a.chain, a.seq, a.client_id, a.previous, a.digest, audit_digest(a) as expected,
      lag(a.digest, 1, '') over w as before, row_number() over w as position
    from audit_entry a window w as (partition by a.chain order by a.seq)
  ) e
  where (e.client_id is null or e.client_id = any (shouyue_clients()))
    and (e.digest <> e.expected or e.previous <> e.before or e.seq <> e.position)
  order by e.chain, e.seq;
end;
