-- What becomes of a report after it is drawn: approved, sent, received; each step is kept.
alter table report add column state text not null default 'ready'
  check (state in ('ready', 'draft', 'approved', 'sent', 'received', 'withdrawn'));
-- The days that a periodic report covers, both included.
alter table report add column covers_from date;
alter table report add column covers_to date;

create table report_step (
  report_id uuid not null references report,
  client_id uuid not null references client,
  step text not null check (step in ('approve', 'send', 'receive', 'withdraw')),
  happened_at timestamptz not null,
  person_id uuid,
  person text not null,
  note text,
  primary key (report_id, step)
);
call make_tenant_table('report_step');
revoke update, delete on report_step from shouyue_app;

-- Which report an obligation waits for. The row is what makes one node alone draw it.
create table report_due (
  obligation_id uuid primary key references obligation,
  client_id uuid not null references client,
  contract_id uuid not null references contract,
  report_id uuid references report,
  reminded_at timestamptz
);
create index report_due_report on report_due (report_id);
call make_tenant_table('report_due');

-- How many days before its deadline a client's report is drawn.
create table report_setting (
  client_id uuid primary key references client,
  lead_days int not null check (lead_days between 1 and 60)
);
call make_tenant_table('report_setting');
