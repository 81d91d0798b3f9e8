-- Feeds and letters: calendars that others read under a secret address, and what people were told.

-- An address under which a calendar program reads bookings as its person may see them: theirs, a lab's, an instrument's.
create table calendar_feed (
  id uuid primary key default uuidv7(),
  -- SHA-256 of the secret; the secret itself is shown once.
  token_hash bytea not null,
  person_id uuid not null references person,
  kind text not null check (kind in ('person', 'lab', 'instrument')),
  lab_id uuid references lab on delete cascade,
  instrument_id uuid references instrument on delete cascade,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint calendar_feed_of check (
    (kind = 'lab') = (lab_id is not null) and (kind = 'instrument') = (instrument_id is not null)
  )
);
create unique index calendar_feed_token on calendar_feed (token_hash);
create index calendar_feed_of_person on calendar_feed (person_id, id desc) where revoked_at is null;

-- The kinds of letters that a person does not want; all others are written.
create table notice_off (
  person_id uuid not null references person on delete cascade,
  kind text not null,
  since timestamptz not null,
  primary key (person_id, kind)
);

-- Who was told what of a booking: a job that runs twice tells once.
create table notice (
  instrument_id uuid not null,
  id uuid not null default uuidv7(),
  booking_id uuid not null,
  person_id uuid not null references person,
  kind text not null,
  -- When it happened; of a reminder, the start that it reminds of.
  occurred_at timestamptz not null,
  told_at timestamptz not null,
  -- Whether a letter was written: not to who switched the kind off.
  by_letter boolean not null,
  primary key (instrument_id, id),
  foreign key (instrument_id, booking_id) references booking (instrument_id, id) on delete cascade
);
create unique index notice_once on notice (instrument_id, booking_id, person_id, kind, occurred_at);
create index notice_of_person on notice (person_id, id desc);
