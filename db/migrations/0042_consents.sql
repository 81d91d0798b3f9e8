-- Consent of supervisors: by the link of a letter, or given beforehand for a person.

-- What a letter to a supervisor holds: good once, for the content of the request as it then was.
create table consent_link (
  id uuid primary key default uuidv7(),
  secret_hash bytea not null,
  request_id uuid not null references request,
  -- Whose consent is asked for.
  person_id uuid not null references person,
  round int not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint consent_link_secret unique (secret_hash)
);
create index consent_link_of_request on consent_link (request_id);

-- Consent given beforehand: of a lab's principal investigators, or of an institution for those in its labs.
create table preauthorisation (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  lab_id uuid references lab,
  institution_id uuid references institution,
  since timestamptz not null,
  until timestamptz not null,
  granted_by uuid references person,
  revoked_at timestamptz,
  revoked_by uuid references person,
  constraint preauthorisation_scope check (num_nonnulls(lab_id, institution_id) = 1),
  constraint preauthorisation_ordered check (until > since),
  constraint preauthorisation_once exclude using gist (
    person_id with =,
    coalesce(lab_id, institution_id) with =,
    tstzrange(since, least(until, revoked_at)) with &&
  )
);
create index preauthorisation_of_person on preauthorisation (person_id, id desc);
create index preauthorisation_of_lab on preauthorisation (lab_id, id desc) where lab_id is not null;
create index preauthorisation_of_institution on preauthorisation (institution_id, id desc) where institution_id is not null;
