-- How the files of datasets are got: terms that were accepted, links of reviewers, and how often files are looked at and taken.

-- Once for each version and person; the terms of a published version never change.
create table dataset_acceptance (
  version_id uuid not null references dataset_version on delete cascade,
  person_id uuid not null references person,
  accepted_at timestamptz not null,
  primary key (version_id, person_id)
);
create index dataset_acceptance_of_person on dataset_acceptance (person_id);

create index dataset_grant_by_end on dataset_grant (record_id, granted_at desc, id desc);
create index dataset_under_embargo on dataset (protected_until) where protected;

-- An address by which reviewers read one version without signing in. Of its secret there is the SHA-256 alone.
create table reviewer_link (
  id uuid primary key default uuidv7(),
  version_id uuid not null references dataset_version on delete cascade,
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  note text not null,
  hides_authors boolean not null,
  created_at timestamptz not null,
  created_by uuid references person,
  -- The end of the last local day.
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references person,
  visits int not null default 0,
  downloads int not null default 0,
  last_used_at timestamptz
);
create index reviewer_link_of_version on reviewer_link (version_id, id desc);

-- What visitors are hashed with on a day of the province: gone when the day is counted, and with it every way back to them.
create table usage_salt (
  day date primary key,
  salt bytea not null check (octet_length(salt) = 32)
);

-- A look at a dataset (investigation), or the taking of files (request), by the COUNTER Code of Practice for Research
-- Data. Kept until its day is counted.
create table dataset_use (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  day date not null,
  at timestamptz not null,
  visitor bytea not null check (octet_length(visitor) = 32),
  is_request boolean not null,
  -- What was asked for: a page, a file, an archive. The same within 30 seconds is one use.
  target text not null
);
create index dataset_use_of_day on dataset_use (day, record_id);
create index dataset_use_of_record on dataset_use (record_id, day);

-- The uses of a day as they count: of the same target within 30 seconds the last; unique by visitor and hour. What is
-- taken is looked at too.
create view dataset_use_count as
select
  record_id,
  day,
  count(*) filter (where counts)::int as investigations,
  count(distinct (visitor, date_trunc('hour', at)))::int as unique_investigations,
  count(*) filter (where counts and is_request)::int as requests,
  count(distinct (visitor, date_trunc('hour', at))) filter (where is_request)::int as unique_requests
from (
  select
    dataset_use.*,
    coalesce(lead(at) over (partition by record_id, visitor, is_request, target order by at, id) - at
      > interval '30 seconds', true) as counts
  from dataset_use
) used
group by record_id, day;

create table dataset_usage (
  record_id uuid not null references record on delete cascade,
  day date not null,
  investigations int not null,
  unique_investigations int not null,
  requests int not null,
  unique_requests int not null,
  primary key (record_id, day)
);
