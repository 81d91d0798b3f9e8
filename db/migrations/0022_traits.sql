-- Characterisation: what is measured and how, where and when it was grown, and what was found.

-- A trait with its method and scale, as the Crop Ontology has a variable.
create table trait (
  id uuid primary key default uuidv7(),
  -- Of an ontology (`CO_324:0000123`), or the institution's own.
  code text not null constraint trait_code_taken unique,
  name_zh text,
  name_en text,
  -- The crop or species group that it is measured in; null for all.
  crop text,
  category text not null,
  method_zh text,
  method_en text,
  scale text not null check (scale in ('numerical', 'ordinal', 'nominal', 'date', 'text')),
  unit text,
  lowest double precision,
  highest double precision,
  -- Of an ordinal or nominal scale, one a line: `1 = 直立 / erect`.
  classes text,
  -- Not offered for new observations any more.
  closed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  constraint trait_named check (coalesce(name_zh, name_en) is not null),
  constraint trait_in_order check (lowest <= highest)
);

-- One season of growing accessions at one place.
create table trial (
  id uuid primary key default uuidv7(),
  institution_id uuid not null references institution,
  code text not null,
  name_zh text,
  name_en text,
  site text,
  -- `2025`, or `2025/26` for what is sown in autumn.
  season text not null,
  starts_on date,
  ends_on date,
  about_zh text,
  about_en text,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  constraint trial_code_taken unique (institution_id, code),
  constraint trial_named check (coalesce(name_zh, name_en) is not null),
  constraint trial_in_order check (starts_on <= ends_on)
);

create table observation (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  trait_id uuid not null references trait,
  trial_id uuid not null references trial,
  replicate int not null default 1 check (replicate between 1 and 10000),
  observed_on date,
  -- As the scale has it: a number, a class's code, a day, or text.
  value text not null,
  -- Of numerical and ordinal scales, for means and distributions.
  number double precision,
  observer text,
  created_at timestamptz not null,
  created_by uuid references person,
  -- The same plot seen again on the same day is a correction.
  constraint observation_taken
    unique nulls not distinct (trial_id, trait_id, record_id, replicate, observed_on)
);
create index observation_of_record on observation (record_id, trait_id);
create index observation_of_trait on observation (trait_id);
create index observation_of_trial on observation (trial_id, id desc);

-- Accessions are named by their number in lists of observations.
create index accession_by_accenumb on accession (accenumb) where accenumb is not null;
