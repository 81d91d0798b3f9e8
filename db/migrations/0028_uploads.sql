-- Files on their way into a draft version. The row is there before the first byte and names the key that the bytes get,
-- so that every object has a row whatever happens; a file joins its version once its stored bytes were verified.

create table dataset_upload (
  id uuid primary key default uuidv7(),
  -- Null once its version or record is deleted: the row stays until the bytes are gone, and for a while as history.
  version_id uuid references dataset_version on delete set null,
  record_id uuid references record on delete set null,
  path text not null check (length(path) between 1 and 1000),
  path_key text collate "C" not null generated always as (normalize(path, NFC)) stored,
  size_bytes bigint not null check (size_bytes >= 0),
  content_type text not null,
  -- What the sender says; compared with the stored bytes.
  sha256 bytea check (octet_length(sha256) = 32),
  key text not null unique,
  part_size_bytes bigint not null check (part_size_bytes > 0),
  -- The store's name of an upload in parts; null for one plain PUT, and until it was begun.
  multipart_id text,
  state text not null default 'open'
    check (state in ('open', 'completing', 'verifying', 'attached', 'failed', 'cancelled', 'expired')),
  -- How far the stored bytes were read.
  verified_bytes bigint not null default 0,
  failure text,
  created_at timestamptz not null,
  created_by uuid references person,
  -- Moves on while parts arrive.
  expires_at timestamptz not null,
  completed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references person,
  -- Since when the store has nothing of it but what is attached.
  cleared_at timestamptz,
  constraint dataset_upload_ended check ((state in ('open', 'completing', 'verifying')) = (ended_at is null)),
  constraint dataset_upload_lives_in_version check (ended_at is not null or version_id is not null)
);
create unique index dataset_upload_taken on dataset_upload (version_id, path_key) where ended_at is null;
create index dataset_upload_of_version on dataset_upload (version_id, id);
create index dataset_upload_of_record on dataset_upload (record_id);
create index dataset_upload_expiring on dataset_upload (expires_at) where ended_at is null;
create index dataset_upload_uncleared on dataset_upload (ended_at) where ended_at is not null and cleared_at is null;
create index dataset_upload_by_end on dataset_upload (cleared_at) where cleared_at is not null;

-- Parts that have arrived; gone once the file is attached or its bytes are removed.
create table dataset_upload_part (
  upload_id uuid not null references dataset_upload on delete cascade,
  number int not null check (number between 1 and 10000),
  etag text not null,
  size_bytes bigint not null,
  received_at timestamptz not null,
  primary key (upload_id, number)
);
