-- Files of samples: a table is kept while somebody looks at what it would do, its refused rows afterwards.

create table sample_import (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  file_name text not null,
  header text[] not null,
  -- [{"number", "cells", "problems"}]: all of them while it is looked at, those that were refused once it is stored.
  rows jsonb not null,
  -- Columns that somebody mapped, by their header: {"Nr.": "code"}; '' leaves a column out.
  mapping jsonb not null default '{}',
  state text not null default 'checked' constraint sample_import_state check (state in ('checked', 'stored', 'undone')),
  created_count int not null default 0,
  changed_count int not null default 0,
  unchanged_count int not null default 0,
  -- Donors and sources that it made.
  donor_ids uuid[] not null default '{}',
  source_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid references person,
  ended_at timestamptz
);
create index sample_import_of_record on sample_import (record_id, id desc);

-- Samples that a file made or changed.
create table sample_import_row (
  import_id uuid not null references sample_import on delete cascade,
  sample_id uuid not null,
  is_new boolean not null,
  -- The sample's version behind it: another one means that somebody has changed it since.
  version int not null,
  -- Its values before, which undoing puts back.
  before jsonb,
  primary key (import_id, sample_id)
);
