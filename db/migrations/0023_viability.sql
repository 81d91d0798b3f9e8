-- Viability: how seeds are tested, what the tests of a lot found, when it is tested next; safety duplicates; the climate of
-- stores.

-- How germination is tested, for a group of species: after ISTA, a national standard, or a bank's own.
create table test_protocol (
  id uuid primary key default uuidv7(),
  code text not null constraint test_protocol_code_taken unique,
  name_zh text,
  name_en text,
  species_group text not null,
  -- As protocols write them: `纸间`, `20` or `20–30` °C.
  substrate text,
  temperature text not null,
  treatment_zh text,
  treatment_en text,
  first_count_day int not null,
  last_day int not null,
  replicates int not null check (replicates > 0),
  seeds_per_replicate int not null check (seeds_per_replicate > 0),
  -- What seeds and seedlings are counted as.
  categories text[] not null,
  -- Seeds that are hard in the end are alive, only dormant.
  hard_is_viable boolean not null,
  -- Not offered for new tests any more.
  closed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  constraint test_protocol_named check (coalesce(name_zh, name_en) is not null),
  constraint test_protocol_in_order check (first_count_day between 0 and last_day)
);

create table viability_test (
  id uuid primary key default uuidv7(),
  lot_id uuid not null references lot,
  -- Its place among the tests of its lot, printed on the dishes: `ZXM-1@3`.
  number int not null,
  protocol_id uuid references test_protocol,
  started_on date not null,
  -- As the protocol said when it began.
  planned_seeds int,
  categories text[] not null default '{}',
  hard_is_viable boolean not null default false,
  last_day int,
  -- The line by which its seeds were taken of the lot. Null: an older result, entered as it was found.
  lot_entry_id uuid constraint viability_test_entry_taken unique references lot_entry,
  -- How many seeds were sown, where that is known.
  seeds int check (seeds > 0),
  finished_on date,
  percent double precision check (percent between 0 and 100),
  -- It may stand as the lot's viability: enough seeds, nothing went wrong.
  is_conclusive boolean,
  note text,
  abandoned_reason text,
  ended_at timestamptz,
  ended_by uuid references person,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  constraint viability_test_number_taken unique (lot_id, number),
  constraint viability_test_result_whole check (num_nonnulls(finished_on, percent, is_conclusive) in (0, 3)),
  constraint viability_test_ended_once check (
    num_nonnulls(finished_on, abandoned_reason) = case when ended_at is null then 0 else 1 end
  ),
  constraint viability_test_in_order check (finished_on >= started_on)
);
create index viability_test_running on viability_test (lot_id) where ended_at is null;

create table test_replicate (
  test_id uuid not null references viability_test,
  number int not null check (number > 0),
  seeds int not null check (seeds > 0),
  primary key (test_id, number)
);

-- What was found in one dish on one day, and taken out of it: new since the day before.
create table test_count (
  test_id uuid not null,
  replicate int not null,
  -- Days since it began.
  day int not null check (day between 0 and 1000),
  normal int not null check (normal >= 0),
  abnormal int not null check (abnormal >= 0),
  hard int not null check (hard >= 0),
  dead int not null check (dead >= 0),
  empty int not null check (empty >= 0),
  -- A correction names the one that it corrects.
  version int not null default 1,
  counted_at timestamptz not null,
  counted_by uuid references person,
  primary key (test_id, replicate, day),
  foreign key (test_id, replicate) references test_replicate (test_id, number)
);

-- Never more seedlings than seeds, however many count at once: the dish is locked by each count.
create function check_test_count() returns trigger language plpgsql as $$
declare
  sown int;
begin
  select seeds into sown from test_replicate
  where test_id = new.test_id and number = new.replicate
  for no key update;
  if sown < (
    select sum(normal + abnormal + hard + dead + empty) from test_count
    where test_id = new.test_id and replicate = new.replicate
  ) then
    raise exception 'more was counted than sown' using errcode = 'check_violation', constraint = 'test_count_within_sown';
  end if;
  return null;
end
$$;
create trigger test_count_within_sown after insert or update on test_count
  for each row execute function check_test_count();

-- What is known of the life of a lot's seeds. What follows from it by the rules is kept beside it for lists.
create table lot_viability (
  lot_id uuid primary key references lot,
  -- The day on which the seeds were grown; null: that on which they were received.
  propagated_on date,
  -- Percent of their fresh weight.
  moisture_percent double precision check (moisture_percent > 0 and moisture_percent < 100),
  -- Null: as its place is kept.
  celsius double precision,
  is_short_lived boolean not null default false,
  version int not null default 1,
  -- What later tests are measured by.
  initial_test_id uuid references viability_test,
  -- The last conclusive one.
  latest_test_id uuid references viability_test,
  predicted_on date,
  next_due_on date,
  needs_regeneration boolean not null default false
);
create index lot_viability_due on lot_viability (next_due_on, lot_id) where next_due_on is not null;
create index lot_viability_regeneration on lot_viability (lot_id) where needs_regeneration;

-- Once there is an initial value, it stays.
create function keep_initial_value() returns trigger language plpgsql as $$
begin
  raise exception 'the initial value of lot % stays', new.lot_id
    using errcode = 'check_violation', constraint = 'lot_initial_value_stays';
end
$$;
create trigger lot_initial_value_stays before update on lot_viability
  for each row when (old.initial_test_id is not null and new.initial_test_id is distinct from old.initial_test_id)
  execute function keep_initial_value();

-- A lot and those that its seed was split off: when each was received, and until when its tests are of the same seed.
create function same_seed(of_lot uuid) returns table (lot_id uuid, received_at timestamptz, until timestamptz)
language sql stable parallel safe
begin atomic
  with recursive up (id, received_at, until) as (
    select lot.id, lot.created_at, null::timestamptz from lot where lot.id = of_lot
    union all
    select parent.id, parent.created_at, least(up.until, child.created_at)
    from up
    join lot child on child.id = up.id and child.origin = 'split'
    join lot_parent on lot_parent.lot_id = child.id
    join lot parent on parent.id = lot_parent.parent_id
  )
  select up.id, up.received_at, up.until from up;
end;

-- What is split off is as old as it was, and measured by the same value. A merged lot is a mixture, which is tested anew.
create function describe_split_lot() returns trigger language plpgsql as $$
begin
  insert into lot_viability (
    lot_id, propagated_on, moisture_percent, celsius, is_short_lived,
    initial_test_id, latest_test_id, predicted_on, next_due_on, needs_regeneration
  )
  select new.lot_id, propagated_on, moisture_percent, celsius, is_short_lived,
    initial_test_id, latest_test_id, predicted_on, next_due_on, needs_regeneration
  from lot_viability
  where lot_viability.lot_id = new.parent_id
    and exists (select from lot where lot.id = new.lot_id and lot.origin = 'split')
  on conflict do nothing;
  return null;
end
$$;
create trigger lot_split_is_described after insert on lot_parent for each row execute function describe_split_lot();

-- When an institution tests its lots, where that is not as everywhere.
create table testing_rule (
  institution_id uuid primary key references institution,
  rule jsonb not null,
  version int not null default 1
);

-- Ellis and Roberts' constants of a species, with where they were published.
create table life_constants (
  id uuid primary key default uuidv7(),
  species text not null,
  key text not null generated always as (lower(species)) stored constraint life_constants_species_taken unique,
  ke double precision not null,
  cw double precision not null,
  ch double precision not null,
  cq double precision not null,
  reference text,
  entered_at timestamptz not null,
  entered_by uuid references person
);
create index life_constants_by_species on life_constants (species, id);

-- What of a lot is kept elsewhere, for safety. Its keeper confirms it by naming the lot there.
create table safety_duplicate (
  id uuid primary key default uuidv7(),
  lot_id uuid not null references lot,
  -- Who keeps it: an institution here, or another by its code or name.
  institution_id uuid references institution,
  holder text,
  deposited_on date not null,
  document text,
  duplicate_lot_id uuid references lot,
  confirmed_at timestamptz,
  confirmed_by uuid references person,
  ended_at timestamptz,
  ended_by uuid references person,
  ended_reason text,
  created_at timestamptz not null,
  created_by uuid references person,
  constraint safety_duplicate_at_one check (num_nonnulls(institution_id, holder) = 1),
  constraint safety_duplicate_is_another check (duplicate_lot_id <> lot_id),
  constraint safety_duplicate_confirmed_whole check (
    (confirmed_at is null) = (duplicate_lot_id is null) and (duplicate_lot_id is null or institution_id is not null)
  ),
  constraint safety_duplicate_ended_with_reason check ((ended_at is null) = (ended_reason is null))
);
create unique index safety_duplicate_taken on safety_duplicate (lot_id, institution_id, upper(holder))
  nulls not distinct where ended_at is null;
create unique index safety_duplicate_lot_taken on safety_duplicate (duplicate_lot_id) where ended_at is null;
create index safety_duplicate_of_keeper on safety_duplicate (institution_id, id) where ended_at is null;

-- What the air of a store should be; places inside are kept alike, unless they say otherwise.
create table store_climate (
  place_id uuid primary key references place,
  class text not null check (class in ('long_term', 'medium_term', 'own')),
  celsius_from double precision not null,
  celsius_to double precision not null,
  -- Relative, in percent; null where it is not watched.
  humidity_from double precision,
  humidity_to double precision,
  constraint store_climate_in_order check (celsius_from <= celsius_to and humidity_from <= humidity_to),
  constraint store_climate_whole check (num_nonnulls(humidity_from, humidity_to) in (0, 2))
);

-- The place whose climate a place has: itself, or the nearest around it that says one.
create function climate_place(of_place uuid) returns uuid
language sql stable parallel safe
begin atomic
  with recursive up (id, parent_id, depth) as (
    select place.id, place.parent_id, 1 from place where place.id = of_place
    union all
    select place.id, place.parent_id, up.depth + 1
    from up
    join place on place.id = up.parent_id
    where up.depth < 20
  )
  select up.id from up join store_climate on store_climate.place_id = up.id order by up.depth limit 1;
end;

create table climate_reading (
  place_id uuid not null references place,
  at timestamptz not null,
  celsius double precision check (celsius between -273.15 and 200),
  humidity double precision check (humidity between 0 and 100),
  entered_at timestamptz not null,
  entered_by uuid references person,
  primary key (place_id, at),
  constraint climate_reading_says_something check (num_nonnulls(celsius, humidity) > 0)
);
