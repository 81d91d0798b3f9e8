-- Imports: a file that was sent, what was understood of it, and what became of each of its rows.

create table import (
  id uuid primary key default uuidv7(),
  kind text not null,
  institution_id uuid not null references institution,
  -- Good rows are shown at once; otherwise they are drafts.
  publish boolean not null,
  -- A check: everything is decided as it would be, and nothing is stored.
  dry_run boolean not null,
  file_name text not null,
  file_key text not null constraint import_file_taken unique,
  size_bytes bigint not null constraint import_file_not_empty check (size_bytes > 0),
  -- Columns that somebody mapped, by their header: {"Nr.": "accenumb"}; '' leaves a column out.
  mapping jsonb not null default '{}',
  state text not null default 'queued' constraint import_state
    check (state in ('queued', 'running', 'done', 'failed', 'cancelled', 'undone')),
  -- How the file was read, in both languages; its header and first rows; what of it is none of its rows' concern.
  understood jsonb,
  header jsonb,
  sample jsonb not null default '[]',
  notes jsonb not null default '[]',
  failure jsonb,
  -- Rows that are decided; those behind are not. Written in the transaction that stores them.
  position int not null default 0,
  total int,
  accepted int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  created_at timestamptz not null,
  created_by uuid references person,
  ended_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references person,
  constraint import_counted check (position = accepted + unchanged + rejected)
);
create index import_of_institution on import (institution_id, id desc);

-- Rows that changed something, were refused, or were understood otherwise than they were typed; others are only counted.
create table import_row (
  import_id uuid not null references import on delete cascade,
  -- As a spreadsheet counts.
  number int not null,
  outcome text not null constraint import_row_outcome check (outcome in ('accepted', 'unchanged', 'rejected')),
  record_id uuid references record on delete set null,
  is_new boolean not null default false,
  -- The record's version behind this row: another one means that somebody has changed it since.
  version int,
  -- Fields that this row changed, as they were: what undoing puts back.
  before jsonb,
  -- [{"row", "field", "code", "detail": {"zh", "en"}}]
  problems jsonb not null default '[]',
  -- [{"row", "field", "typed", "value"}]
  typed jsonb not null default '[]',
  -- Records with one of its numbers or its name, for somebody to look at.
  alike uuid[] not null default '{}',
  -- A refused row as it came.
  cells jsonb,
  primary key (import_id, number)
);
create index import_row_of_record on import_row (record_id) where record_id is not null;

-- What an institution's columns were mapped to before, suggested the next time; '' leaves a column out.
create table import_mapping (
  institution_id uuid not null references institution,
  kind text not null,
  header text not null,
  target text not null,
  primary key (institution_id, kind, header)
);

-- The same number at another institute is another accession: it is known again by both.
update record
  set source_key = accession.instcode || ':' || record.source_key
  from accession, institution
  where accession.record_id = record.id
    and institution.id = record.institution_id
    and record.source like 'import:%:accession'
    and accession.instcode <> ''
    and accession.instcode is distinct from institution.wiews
    and record.source_key = accession.accenumb;
