-- The portal counts open tickets and those whose clocks press on every visit.
create index ticket_state on ticket (state, opened_at desc);
create index ticket_event_pressed on ticket_event (ticket_id) where type in ('warn-80', 'warn-100', 'breach');
