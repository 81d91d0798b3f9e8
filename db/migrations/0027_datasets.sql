-- Versions of datasets, the files in them, and the bytes that the files are. A version is a draft until it is published,
-- and then it is never changed again; a new draft has the files of the last one, by reference.

create table dataset_version (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  number int not null check (number > 0),
  -- What is new in it, for its readers.
  notes_zh text,
  notes_en text,
  -- What somebody accepts before they take its files; none where both are null.
  terms_zh text,
  terms_en text,
  -- Kept by the trigger below, so that no page has to count.
  file_count int not null default 0,
  size_bytes bigint not null default 0,
  -- The record's fields as they were when it was published, in the shape of its input.
  fields jsonb,
  created_at timestamptz not null,
  created_by uuid references person,
  published_at timestamptz,
  published_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawal_reason text,
  version int not null default 1,
  constraint dataset_version_number_taken unique (record_id, number),
  constraint dataset_version_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawal_reason is null)),
  constraint dataset_version_withdrawn_after check (withdrawn_at is null or published_at is not null)
);
create unique index dataset_version_one_draft on dataset_version (record_id) where published_at is null;

-- A file's bytes in the bucket. There is a row only where size and SHA-256 of the stored bytes were verified.
create table dataset_object (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  key text not null unique,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  verified_at timestamptz not null,
  -- When the bytes were last read again and compared.
  checked_at timestamptz not null,
  -- Since when the stored bytes are not these any more, or gone.
  damaged_at timestamptz
);
create index dataset_object_of_record on dataset_object (record_id);
create index dataset_object_by_check on dataset_object (checked_at, id);
create index dataset_object_damaged on dataset_object (record_id) where damaged_at is not null;

create table dataset_file (
  id uuid primary key default uuidv7(),
  version_id uuid not null references dataset_version on delete cascade,
  object_id uuid not null references dataset_object,
  -- With its folders, as it was written: `stations/2024/day.csv`.
  path text not null check (length(path) between 1 and 1000),
  path_key text collate "C" not null generated always as (normalize(path, NFC)) stored,
  content_type text not null,
  description text,
  added_at timestamptz not null,
  added_by uuid references person,
  constraint dataset_file_taken unique (version_id, path_key)
);
create index dataset_file_of_object on dataset_file (object_id);

-- A published version has the files that it was published with. Its row is gone already where all of it is deleted.
create function keep_published_files() returns trigger
language plpgsql as $$
begin
  if exists (
    select from dataset_version
    where id = coalesce(new.version_id, old.version_id) and published_at is not null
  ) then
    raise exception 'the version is published' using errcode = 'check_violation', constraint = 'dataset_version_published';
  end if;
  return coalesce(new, old);
end
$$;
create trigger keep_published_files before insert or update or delete on dataset_file
for each row execute function keep_published_files();

create function count_dataset_files() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update dataset_version
    set file_count = file_count + added.files, size_bytes = size_bytes + added.bytes
    from (
      select file.version_id, count(*) as files, sum(object.size_bytes) as bytes
      from changed file join dataset_object object on object.id = file.object_id
      group by file.version_id
    ) added
    where id = added.version_id;
  else
    update dataset_version
    set file_count = file_count - gone.files, size_bytes = size_bytes - gone.bytes
    from (
      select file.version_id, count(*) as files, sum(object.size_bytes) as bytes
      from changed file join dataset_object object on object.id = file.object_id
      group by file.version_id
    ) gone
    where id = gone.version_id;
  end if;
  return null;
end
$$;
create trigger count_files_added after insert on dataset_file
referencing new table as changed for each statement execute function count_dataset_files();
create trigger count_files_removed after delete on dataset_file
referencing old table as changed for each statement execute function count_dataset_files();

-- Who may read the files of a dataset that are given on request, and until when; given by hand, or by a request.
create table dataset_grant (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  person_id uuid not null references person,
  reason text not null,
  granted_at timestamptz not null,
  granted_by uuid references person,
  -- The end of the last local day; without one, until it is revoked.
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references person,
  revocation_reason text
);
create unique index dataset_grant_one on dataset_grant (record_id, person_id) where revoked_at is null;
create index dataset_grant_of_person on dataset_grant (person_id, record_id);
