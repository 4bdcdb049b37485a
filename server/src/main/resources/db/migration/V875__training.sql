-- Training of the client's people: courses with materials and questions, sessions, who came, what
-- they knew afterwards.
create table training_course (
  id         uuid primary key,
  client_id  uuid not null references client,
  topic      text not null check (topic in ('awareness', 'operation')),
  name       text not null,
  syllabus   text not null,
  drawn      int not null check (drawn between 0 and 100),
  pass_mark  int not null check (pass_mark between 1 and 100),
  attempts   int not null check (attempts between 1 and 10),
  created_at timestamptz not null,
  created_by text not null
);
create unique index training_course_name on training_course (client_id, name);
call make_tenant_table('training_course');

-- A material is never changed: another file of the same name is its next version.
create table training_material (
  course_id    uuid not null references training_course,
  name         text not null,
  version      int not null,
  client_id    uuid not null references client,
  evidence_seq bigint not null,
  added_at     timestamptz not null,
  added_by     text not null,
  primary key (course_id, name, version)
);
call make_tenant_table('training_material');

create table training_question (
  id         uuid primary key,
  client_id  uuid not null references client,
  course_id  uuid not null references training_course,
  kind       text not null check (kind in ('single', 'multiple', 'truth')),
  asks       text not null,
  options    text[] not null,
  answers    int[] not null,
  retired_at timestamptz
);
create index training_question_course on training_question (course_id);
call make_tenant_table('training_question');

create table training_session (
  id           uuid primary key,
  client_id    uuid not null references client,
  contract_id  uuid not null references contract,
  service_id   text,
  course_id    uuid not null references training_course,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null check (ends_at > starts_at),
  place        text not null,
  trainer      text not null,
  state        text not null check (state in ('planned', 'held', 'unattended', 'cancelled')),
  door_digest  bytea unique,
  paper_id     uuid,
  obligation_id uuid,
  created_at   timestamptz not null,
  created_by   text not null
);
create index training_session_client on training_session (client_id, starts_at);
call make_tenant_table('training_session');

create table training_participant (
  id           uuid primary key,
  client_id    uuid not null references client,
  session_id   uuid not null references training_session,
  name         text not null,
  unit         text not null,
  invited      boolean not null,
  signed_in_at timestamptz,
  signed_in_by text,
  token_digest bytea unique,
  content_mark int check (content_mark between 1 and 5),
  trainer_mark int check (trainer_mark between 1 and 5),
  remarks      text,
  certificate  text unique,
  certificate_paper uuid,
  certificate_revoked_at timestamptz,
  unique (session_id, name, unit)
);
call make_tenant_table('training_participant');

create table training_attempt (
  id             uuid primary key,
  client_id      uuid not null references client,
  session_id     uuid not null references training_session,
  participant_id uuid not null references training_participant,
  n              int not null,
  started_at     timestamptz not null,
  finished_at    timestamptz,
  mark           int,
  passed         boolean,
  unique (participant_id, n)
);
call make_tenant_table('training_attempt');

create table training_answer (
  attempt_id  uuid not null references training_attempt,
  question_id uuid not null references training_question,
  client_id   uuid not null references client,
  position    int not null,
  chosen      int[],
  correct     boolean,
  primary key (attempt_id, question_id)
);
create index training_answer_question on training_answer (question_id);
call make_tenant_table('training_answer');

-- For people without an account: whose session or seat a secret address belongs to.
create function training_door(digest bytea) returns table (client_id uuid, session_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select s.client_id, s.id from training_session s where s.door_digest = digest;
end;

create function training_seat(digest bytea) returns table (client_id uuid, participant_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select p.client_id, p.id from training_participant p where p.token_digest = digest;
end;

-- Whether a certificate stands: nothing else about it is told to strangers.
create function training_certificate_valid(number text) returns boolean
  language sql stable security definer set search_path = public
begin atomic
  select exists (select from training_participant p
    where p.certificate = number and p.certificate_revoked_at is null);
end;
