-- What was found each time that stored bytes were read again, and how much institutions and labs may store.

create table fixity_check (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  object_id uuid not null references dataset_object on delete cascade,
  checked_at timestamptz not null,
  -- `recovered` is sound again after damage.
  outcome text not null check (outcome in ('sound', 'recovered', 'mismatch', 'missing')),
  -- Of the bytes that were there instead, where that is known; without a hash, their number was wrong already.
  found_size_bytes bigint,
  found_sha256 bytea,
  constraint fixity_check_found check (outcome = 'mismatch' or found_size_bytes is null)
);
create index fixity_check_of_record on fixity_check (record_id, id desc);
create index fixity_check_of_object on fixity_check (object_id, id desc);
create index fixity_check_notable on fixity_check (id desc) where outcome <> 'sound';

-- Since when somebody reads it. Whoever was killed meanwhile has it again after a while.
alter table dataset_object add column check_begun_at timestamptz;

-- So that what a record stores is added up from the index alone.
create index dataset_object_sizes on dataset_object (record_id) include (size_bytes);
drop index dataset_object_of_record;

create table storage_quota (
  id uuid primary key default uuidv7(),
  institution_id uuid not null references institution on delete cascade,
  -- Of one of its labs; without one, of all of it.
  lab_id uuid references lab on delete cascade,
  max_bytes bigint not null check (max_bytes >= 0),
  changed_at timestamptz not null,
  changed_by uuid references person,
  constraint storage_quota_one unique nulls not distinct (institution_id, lab_id)
);
