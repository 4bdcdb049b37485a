-- Under a replayed clock messages are kept and not sent.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in
  ('queued', 'sending', 'sent', 'delivered', 'failed', 'expired', 'gathered', 'held'));
-- Which of those that wait for one recipient stands for all of them.
create index delivery_gathering on delivery (channel_id, target, created_at) where state = 'queued';
