-- Who speaks for a client: named contacts (联系责任人), kept with their history. A changed contact is
-- a new row; the old one ends.
create table contact (
  id           uuid primary key,
  client_id    uuid not null,
  contract_id  uuid,
  standing     text not null check (standing in ('primary', 'secondary')),
  name         text not null,
  organisation text not null,
  office       text not null,
  phones       text[] not null,
  mails        text[] not null,
  handles      text[] not null,
  person_id    uuid,
  valid_from   timestamptz not null,
  valid_until  timestamptz,
  replaces     uuid references contact (id),
  entered_at   timestamptz not null,
  entered_by   text not null,
  ended_by     text,
  end_reason   text,
  confirmed_at timestamptz,
  confirmed_by text,
  check (valid_until is null or valid_until >= valid_from)
);
create index contact_client on contact (client_id, valid_from);

-- What was asked by WeChat, QQ or the like (咨询): noted and answered, never worked on.
create table consultation (
  id          uuid primary key,
  client_id   uuid not null,
  contract_id uuid not null,
  channel     text not null,
  who         text not null,
  contact_id  uuid references contact (id),
  asked_at    timestamptz not null,
  question    text not null,
  noted_by    text not null,
  answer      text,
  answered_at timestamptz,
  answered_by text,
  ticket_id   uuid unique
);
create index consultation_client on consultation (client_id, asked_at);

-- What is special about a ticket of kind request: who asked by what channel, and what the review
-- decided. Whether the work is done is the ticket's business.
create table service_request (
  ticket_id   uuid primary key,
  client_id   uuid not null,
  contract_id uuid not null,
  channel     text not null,
  contact_id  uuid references contact (id),
  person_id   uuid,
  asked_by    text not null,
  proof       text,
  state       text not null check (state in (
    'submitted', 'reviewing', 'accepted', 'warned', 'confirmed', 'refused', 'withdrawn')),
  extra       boolean not null,
  warning     text,
  reason      text,
  received_at timestamptz not null
);
create index service_request_client on service_request (client_id, received_at);

create table service_request_step (
  ticket_id    uuid not null references service_request (ticket_id),
  n            int not null,
  client_id    uuid not null,
  at           timestamptz not null,
  act          text not null,
  who          text not null,
  text         text,
  evidence_seq bigint not null,
  primary key (ticket_id, n)
);

-- The client's written word on a risky request, tied to the words that it was given on.
create table service_request_confirmation (
  ticket_id    uuid not null references service_request (ticket_id),
  digest       text not null,
  client_id    uuid not null,
  way          text not null check (way in ('drawn', 'document')),
  name         text not null,
  office       text not null,
  contact_id   uuid references contact (id),
  person_id    uuid,
  remarks      text not null,
  confirmed_at timestamptz not null,
  evidence_seq bigint not null,
  primary key (ticket_id, digest)
);

call make_tenant_table('contact');
call make_tenant_table('consultation');
call make_tenant_table('service_request');
call make_tenant_table('service_request_step');
call make_tenant_table('service_request_confirmation');
