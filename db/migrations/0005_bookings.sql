-- Bookings: what takes an instrument's time, and the rules by which its time is given.
-- `instrument_id` is part of every unique key, so that these tables can be distributed by it.

-- The rules of an instrument, version by version; the highest is in force. A booking remembers the one it was made under.
create table booking_policy (
  instrument_id uuid not null references instrument on delete cascade,
  version int not null check (version > 0),
  -- As src/bookings/model/policy.ts has it; what is not there is not limited.
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  note text,
  created_at timestamptz not null,
  created_by uuid references person,
  primary key (instrument_id, version)
);

-- Whatever takes an instrument's time: bookings, holds while a form is open, outages; buffers are inside `taken`.
create table occupancy (
  instrument_id uuid not null references instrument on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('booking', 'hold', 'outage')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  taken tstzrange not null check (not isempty(taken) and lower_inc(taken) and not upper_inc(taken)),
  -- Whose hold it is, and when it lets go.
  person_id uuid references person,
  expires_at timestamptz,
  -- When the time was given back: cancelled, missed, expired.
  released_at timestamptz,
  primary key (instrument_id, id),
  constraint occupancy_in_order check (starts_at < ends_at),
  constraint occupancy_covers check (taken @> tstzrange(starts_at, ends_at)),
  constraint occupancy_hold check ((kind = 'hold') = (expires_at is not null)),
  -- Two live occupancies of one instrument never overlap, whoever writes them.
  constraint occupancy_slot_taken exclude using gist (instrument_id with =, taken with &&) where (released_at is null)
);
create index occupancy_hold_expiry on occupancy (expires_at) where kind = 'hold';

-- A rule of recurrence (RFC 5545) in the instrument's zone; its bookings name it.
create table booking_series (
  instrument_id uuid not null references instrument on delete cascade,
  id uuid not null default uuidv7(),
  rule text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  timezone text not null,
  created_at timestamptz not null,
  created_by uuid references person,
  primary key (instrument_id, id)
);

-- A person's booking; its times are what was reserved, its occupancy of the same id is what is taken now.
-- State is who and when.
create table booking (
  instrument_id uuid not null,
  id uuid not null,
  person_id uuid not null references person,
  -- Who pays, and whose quota it is.
  lab_id uuid references lab,
  booked_by uuid references person,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  purpose text not null,
  project text,
  -- What the person was to the instrument when it was booked: rates and external hours follow it.
  audience text not null check (audience in ('own_lab', 'institution', 'member', 'external')),
  assisted boolean not null default false,
  planned_samples int check (planned_samples >= 0),
  policy_version int not null,
  series_id uuid,
  -- Where it stood in the series before anybody moved it.
  series_start timestamptz,
  -- Several instruments booked in one go.
  group_id uuid,
  override_reason text,
  version int not null default 1,
  -- RFC 5545 SEQUENCE: rises with every change that calendars must learn of.
  sequence int not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid references person,
  decision_note text,
  started_at timestamptz,
  started_by uuid references person,
  finished_at timestamptz,
  finished_by uuid references person,
  cancelled_at timestamptz,
  cancelled_by uuid references person,
  cancel_reason text,
  -- How it ended when it did not happen: by its person, by staff, declined, or for an outage.
  cancelled_as text check (cancelled_as in ('own', 'staff', 'declined', 'outage')),
  missed_at timestamptz,
  sample_count int check (sample_count >= 0),
  -- [{name, quantity, unit}]
  consumables jsonb not null default '[]' check (jsonb_typeof(consumables) = 'array'),
  use_note text,
  reminded_at timestamptz,
  overrun_told_at timestamptz,
  state text not null generated always as (
    case
      when cancelled_at is not null then 'cancelled'
      when missed_at is not null then 'missed'
      when finished_at is not null then 'finished'
      when started_at is not null then 'in_use'
      when confirmed_at is not null then 'confirmed'
      else 'pending'
    end
  ) stored,
  primary key (instrument_id, id),
  foreign key (instrument_id, id) references occupancy on delete cascade,
  constraint booking_in_order check (starts_at < ends_at),
  constraint booking_no_longer_than check (ends_at - starts_at <= interval '92 days')
);
create index booking_by_id on booking (id);
create index booking_of_instrument on booking (instrument_id, starts_at);
create index booking_of_person on booking (person_id, starts_at desc);
create index booking_of_lab on booking (lab_id, starts_at desc) where lab_id is not null;
create index booking_of_series on booking (instrument_id, series_id) where series_id is not null;
create index booking_to_decide on booking (created_at) where confirmed_at is null and cancelled_at is null and missed_at is null;
create index booking_to_begin on booking (starts_at)
  where confirmed_at is not null and started_at is null and cancelled_at is null and missed_at is null;
create index booking_in_use on booking (ends_at) where started_at is not null and finished_at is null;

-- Who waits for time that is taken: the earliest entry whose wish fits what became free is promoted.
create table waitlist_entry (
  instrument_id uuid not null references instrument on delete cascade,
  id uuid not null default uuidv7(),
  person_id uuid not null references person,
  lab_id uuid references lab,
  earliest_at timestamptz not null,
  latest_at timestamptz not null,
  minutes int not null check (minutes > 0),
  purpose text not null,
  project text,
  created_at timestamptz not null,
  promoted_at timestamptz,
  booking_id uuid,
  left_at timestamptz,
  primary key (instrument_id, id),
  constraint waitlist_entry_fits check (earliest_at + make_interval(mins => minutes) <= latest_at)
);
create index waitlist_entry_waiting on waitlist_entry (instrument_id, id) where promoted_at is null and left_at is null;
create index waitlist_entry_of_person on waitlist_entry (person_id, id desc);

-- What a person may do at an instrument, until when: training, operation, safety (src/bookings/model/policy.ts).
create table qualification (
  instrument_id uuid not null references instrument on delete cascade,
  id uuid not null default uuidv7(),
  person_id uuid not null references person,
  kind text not null,
  granted_at timestamptz not null,
  granted_by uuid references person,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references person,
  note text,
  training_id uuid,
  reminded_at timestamptz,
  primary key (instrument_id, id)
);
create index qualification_held on qualification (instrument_id, person_id) where revoked_at is null;
create index qualification_of_person on qualification (person_id);
create index qualification_to_expire on qualification (expires_at) where revoked_at is null and expires_at is not null;

-- Why an instrument's time is taken by nobody; its occupancy has the same id.
create table outage (
  instrument_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('fault', 'maintenance', 'calibration', 'training', 'other')),
  reason text not null,
  planned boolean not null,
  plan_id uuid,
  created_at timestamptz not null,
  created_by uuid references person,
  cancelled_at timestamptz,
  cancelled_by uuid references person,
  primary key (instrument_id, id),
  foreign key (instrument_id, id) references occupancy on delete cascade
);
