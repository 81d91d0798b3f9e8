-- How good the description of a record is, judged where its search document is written.
alter table record
  -- A completeness index in hundredths; null for kinds and profiles that have none.
  add column completeness int constraint record_completeness_known check (completeness between 0 and 1000),
  -- Codes of what looks wrong. Null: written before this was judged; a job goes through those.
  add column findings text[];
alter table record alter column findings set default '{}';

create index record_unjudged on record (listed_no) where findings is null;
-- Holds all that sums over completeness ask for.
create index record_completeness on record (institution_id, completeness, id)
  include (library, collection_id, visibility, audience)
  where completeness is not null;
create index record_suspicious on record (institution_id, id) where findings <> '{}';

-- The year from which an institution collects and keeps.
alter table institution add column founded int check (founded between 1000 and 2100);

-- One field changed in many records at once: what each was before and after, so that it can be taken back.
create table bulk_edit (
  id uuid primary key default uuidv7(),
  -- Names of the fields.
  fields text[] not null,
  created_at timestamptz not null,
  created_by uuid references person,
  undone_at timestamptz,
  undone_by uuid references person
);
create index bulk_edit_of_person on bulk_edit (created_by, id desc);

create table bulk_edit_record (
  bulk_edit_id uuid not null references bulk_edit on delete cascade,
  record_id uuid not null references record on delete cascade,
  -- The changed fields only.
  before jsonb not null,
  after jsonb not null,
  primary key (bulk_edit_id, record_id)
);
create index bulk_edit_record_by_record on bulk_edit_record (record_id);
