-- One answer to many requests: who gave it, and what became of each request. A job works through it.
create table bulk_decision (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  -- Whether it was given with the rights of an administrator.
  as_administrator boolean not null,
  answer jsonb not null,
  created_at timestamptz not null
);
create index bulk_decision_of_person on bulk_decision (person_id, id desc);

create table bulk_decision_request (
  bulk_decision_id uuid not null references bulk_decision on delete cascade,
  request_id uuid not null references request on delete cascade,
  position int not null,
  -- Null: still to do. Set in the transaction that decides the request.
  outcome text check (outcome in ('decided', 'refused')),
  -- Why it was refused, in both languages.
  refusal jsonb,
  ended_at timestamptz,
  primary key (bulk_decision_id, request_id),
  constraint bulk_decision_request_said check ((outcome is not distinct from 'refused') = (refusal is not null)),
  constraint bulk_decision_request_ended check ((outcome is null) = (ended_at is null))
);
create index bulk_decision_request_by_request on bulk_decision_request (request_id);
