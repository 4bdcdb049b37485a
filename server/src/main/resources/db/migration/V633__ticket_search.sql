-- A search stops at so many: whoever asks for a word that every ticket says does not read them all.
-- The words are prepared once, and the plan is made for them: a rare word is looked up, a common one
-- is met soon wherever one begins to read.
drop function tickets_saying(text, boolean);
create function tickets_saying(words text, inner_too boolean, most int) returns setof uuid
  language plpgsql stable security definer set search_path = public
  set plan_cache_mode = force_custom_plan as $$
declare
  plain text := ticket_plain(words);
  pairs text[] := ticket_grams(words);
  seen uuid[] := shouyue_clients();
begin
  return query
    select w.ticket_id from ticket_words w
    where w.client_id = any (seen)
      and ((w.grams @> pairs and position(plain in w.said) > 0)
        or (inner_too and w.inner_grams @> pairs and position(plain in w.inner_said) > 0))
    limit most;
end
$$;

-- For the lists of those that are few among many: what is open, what presses, one client's.
create index ticket_state_newest on ticket (state, opened_at desc) where state <> 'closed';
create index ticket_client_newest on ticket (client_id, opened_at desc, id);
create index ticket_event_pressing on ticket_event (ticket_id)
  where type in ('warn-80', 'warn-100', 'breach');
