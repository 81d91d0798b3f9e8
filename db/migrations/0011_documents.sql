-- Documents of a record: manuals, rules of use, forms to sign. Their bytes lie in the bucket.

create table attached_document (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  title text not null,
  object_key text not null unique,
  file_name text not null,
  content_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  added_at timestamptz not null,
  added_by uuid references person,
  removed_at timestamptz
);
create index attached_document_of_record on attached_document (record_id, id) where removed_at is null;
