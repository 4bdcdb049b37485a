-- How often the last step comes again before the managers are told that nobody answers.
alter table escalation_chain add column repeat_limit int not null default 10 check (repeat_limit >= 0);
alter table escalation add column repeat_limit int not null default 10;
alter table escalation drop constraint escalation_state_check;
alter table escalation add constraint escalation_state_check
  check (state in ('running', 'acknowledged', 'ended', 'unanswered'));
