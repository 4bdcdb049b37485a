-- Where a person is reached, and the separated administrators (三员分立, GB/T 22239-2019 8.1.5).
alter table person add column mail text, add column phone text;
alter table person drop constraint person_role_check;
alter table person add constraint person_role_check check (role in (
  'provider-manager', 'engineer', 'client-reader', 'client-signatory', 'auditor',
  'system-admin', 'security-admin'));
