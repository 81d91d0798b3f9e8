-- Use and upkeep: who may run an instrument, what is wrong with it, what is due, and the code that stands on it.

-- At most one use of an instrument is in progress, whoever starts it.
create unique index booking_used_by_one on booking (instrument_id)
  where started_at is not null and finished_at is null and cancelled_at is null and missed_at is null;

-- When somebody was told that the use before theirs has not ended.
alter table booking add column delay_told_at timestamptz;

-- Nobody knows when it ends: its occupancy takes a day, until staff say better.
alter table outage add column is_estimate boolean not null default false;

-- A person holds a qualification of one kind once; a renewal moves its end.
create unique index qualification_held_once on qualification (instrument_id, person_id, kind) where revoked_at is null;

create table problem_report (
  instrument_id uuid not null references instrument on delete cascade,
  id uuid not null default uuidv7(),
  severity text not null check (severity in ('note', 'degraded', 'down')),
  description text not null,
  reported_at timestamptz not null,
  reported_by uuid references person,
  -- The use during which it was seen.
  booking_id uuid,
  -- The outage that it opened.
  outage_id uuid,
  resolved_at timestamptz,
  resolved_by uuid references person,
  resolution text,
  primary key (instrument_id, id)
);
create index problem_report_open on problem_report (instrument_id, id desc) where resolved_at is null;

-- What is done again and again: every so many days, every so many hours of use, or whichever comes first.
create table maintenance_plan (
  instrument_id uuid not null references instrument on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('maintenance', 'calibration')),
  name text not null,
  instructions text,
  every_days int check (every_days > 0),
  every_use_hours int check (every_use_hours > 0),
  -- Use is counted from here.
  counted_from timestamptz not null,
  due_at timestamptz,
  -- When staff was told that it is due; empty again once it is done.
  told_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references person,
  ended_at timestamptz,
  ended_by uuid references person,
  primary key (instrument_id, id),
  constraint maintenance_plan_recurs check (every_days is not null or every_use_hours is not null),
  constraint maintenance_plan_due check ((every_days is null) = (due_at is null))
);
create index maintenance_plan_to_tell on maintenance_plan (due_at) where ended_at is null and told_at is null;

create table maintenance_done (
  instrument_id uuid not null,
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  done_at timestamptz not null,
  done_by uuid references person,
  note text,
  primary key (instrument_id, id),
  foreign key (instrument_id, plan_id) references maintenance_plan on delete cascade
);
create index maintenance_done_of_plan on maintenance_done (instrument_id, plan_id, id desc);

-- The code that the label at the instrument carries; a new one makes the old label useless.
create table kiosk (
  instrument_id uuid primary key references instrument on delete cascade,
  code text not null,
  made_at timestamptz not null,
  made_by uuid references person
);
create unique index kiosk_code on kiosk (code, instrument_id);

create table training_session (
  instrument_id uuid not null references instrument on delete cascade,
  id uuid not null default uuidv7(),
  title text not null,
  about text,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  seats int not null check (seats > 0),
  -- What passing grants, and for how long; without months for good.
  kinds text[] not null check (cardinality(kinds) > 0),
  valid_months int check (valid_months > 0),
  created_at timestamptz not null,
  created_by uuid references person,
  cancelled_at timestamptz,
  cancelled_by uuid references person,
  cancel_reason text,
  primary key (instrument_id, id),
  constraint training_session_in_order check (starts_at < ends_at)
);
create index training_session_to_come on training_session (starts_at) where cancelled_at is null;

create table training_attendee (
  instrument_id uuid not null,
  session_id uuid not null,
  person_id uuid not null references person,
  enrolled_at timestamptz not null,
  enrolled_by uuid references person,
  passed_at timestamptz,
  passed_by uuid references person,
  primary key (instrument_id, session_id, person_id),
  foreign key (instrument_id, session_id) references training_session on delete cascade
);
create index training_attendee_of_person on training_attendee (person_id);
