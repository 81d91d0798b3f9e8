-- Files of a report on use, which the sides of its request read.
create table use_report_file (
  id uuid primary key default uuidv7(),
  report_id uuid not null references use_report,
  object_key text not null unique,
  file_name text not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  added_at timestamptz not null,
  added_by uuid references person
);
create index use_report_file_of_report on use_report_file (report_id, id);

-- Accessions that came of what a report is about.
create table use_report_derived (
  report_id uuid not null references use_report,
  record_id uuid not null references record,
  parent_id uuid not null references record,
  primary key (report_id, record_id, parent_id)
);
create index use_report_derived_of_parent on use_report_derived (parent_id, report_id);
