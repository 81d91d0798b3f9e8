-- Biobanks: who runs them, what their collections are made of, and where each tube stands. MIABIS Core 3.0 and Sample 1.1.

-- MIABIS-BIOBANK-01 to 12.
create table biobank (
  id uuid primary key default uuidv7(),
  -- Its juristic person, and whose curators keep it.
  institution_id uuid not null references institution,
  miabis_id text check (miabis_id <> ''),
  acronym text,
  name_zh text,
  name_en text,
  url text,
  country text not null default 'CN' check (country ~ '^[A-Z]{2}$'),
  contact_name text,
  contact_email text,
  contact_phone text,
  contact_address text,
  description_zh text,
  description_en text,
  infrastructure text[] not null default '{}',
  organisation text[] not null default '{}',
  bioprocessing text[] not null default '{}',
  quality_standards text[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  closed_at timestamptz,
  constraint biobank_named check (num_nonnulls(name_zh, name_en) > 0)
);
create unique index biobank_miabis_id_taken on biobank (upper(miabis_id));
create index biobank_of_institution on biobank (institution_id);

-- Which biobank hosts a collection.
create table biobank_collection (
  record_id uuid primary key references record on delete cascade,
  biobank_id uuid not null references biobank
);
create index biobank_collections on biobank_collection (biobank_id, record_id);

-- MIABIS-NETWORK-01 to 12.
create table network (
  id uuid primary key default uuidv7(),
  -- Whose curators keep it.
  institution_id uuid not null references institution,
  miabis_id text check (miabis_id <> ''),
  acronym text,
  name_zh text,
  name_en text,
  url text,
  juristic_person text not null,
  countries text[] not null default '{CN}' check (cardinality(countries) > 0),
  contact_name text,
  contact_email text,
  contact_phone text,
  contact_address text,
  description_zh text,
  description_en text,
  status text not null,
  -- Those that are not in this catalogue, by name.
  other_members text[] not null default '{}',
  topics text[] not null default '{}',
  types text[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  closed_at timestamptz,
  constraint network_named check (num_nonnulls(name_zh, name_en) > 0)
);
create unique index network_miabis_id_taken on network (upper(miabis_id));
create index network_of_institution on network (institution_id);

-- MIABIS-RESEARCHRESOURCE-01 to 23: what was used together in research, of one or several collections.
create table research_resource (
  id uuid primary key default uuidv7(),
  institution_id uuid not null references institution,
  miabis_id text check (miabis_id <> ''),
  acronym text,
  name_zh text,
  name_en text,
  url text,
  contact_name text,
  contact_email text,
  contact_phone text,
  contact_address text,
  description_zh text,
  description_en text,
  sample_source text,
  sex text[] not null default '{}',
  age_low int check (age_low between 0 and 100000),
  age_low_unit text,
  age_high int check (age_high between 0 and 100000),
  age_high_unit text,
  dataset_types text[] not null default '{}',
  sample_types text[] not null default '{}',
  storage_temperatures text[] not null default '{}',
  -- Codes of ICD-10 or ORPHA.
  diseases text[] not null default '{}',
  setting text[] not null default '{}',
  design text[] not null default '{}',
  use_conditions text[] not null default '{}',
  status text,
  subjects_total int check (subjects_total between 0 and 2000000000),
  inclusion_criteria text[] not null default '{}',
  publications text[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  closed_at timestamptz,
  constraint research_resource_named check (num_nonnulls(name_zh, name_en) > 0)
);
create unique index research_resource_miabis_id_taken on research_resource (upper(miabis_id));
create index research_resource_of_institution on research_resource (institution_id);

create table research_resource_collection (
  resource_id uuid not null references research_resource on delete cascade,
  record_id uuid not null references record on delete cascade,
  primary key (resource_id, record_id)
);
create index research_resource_of_collection on research_resource_collection (record_id);

create table network_member (
  network_id uuid not null references network on delete cascade,
  biobank_id uuid references biobank,
  record_id uuid references record on delete cascade,
  resource_id uuid references research_resource,
  constraint network_member_is_one check (num_nonnulls(biobank_id, record_id, resource_id) = 1),
  constraint network_member_once unique nulls not distinct (network_id, biobank_id, record_id, resource_id)
);

-- How a collection's samples are handled. Without a row the defaults hold.
create table sample_settings (
  record_id uuid primary key references record on delete cascade,
  -- Fewer people than this are never counted in public.
  smallest_cell int not null default 10 check (smallest_cell between 5 and 1000),
  version int not null default 1
);

-- MIABIS-SAMPLEDONOR: a person, known by a code alone. What is not asked for cannot be told: there is no column for it.
create table donor (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record,
  code text not null check (code <> ''),
  sex text not null,
  dataset_types text[] not null default '{}',
  -- Codes of ICD-10 (E11.9) or ORPHA (ORPHA:558), in upper case.
  diagnoses text[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  -- From then on nothing of this donor is picked, shipped, exported or counted.
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_note text,
  unique (record_id, id)
);
create unique index donor_code_taken on donor (record_id, upper(code));

-- What a donor agreed to. Several hold together; one that ended or was taken back allows nothing.
create table donor_consent (
  id uuid primary key default uuidv7(),
  donor_id uuid not null references donor,
  -- The form that was signed, as `ICF 2.1`.
  form text not null check (form <> ''),
  uses text[] not null check (cardinality(uses) > 0),
  -- Of the use `disease`: codes, each standing for what begins with it.
  diseases text[] not null default '{}',
  given_on date not null,
  until date,
  ended_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references person,
  constraint donor_consent_in_order check (until is null or until >= given_on),
  constraint donor_consent_of_disease check ((cardinality(diseases) > 0) = ('disease' = any(uses)))
);
create index donor_consent_of_donor on donor_consent (donor_id);

-- What samples that are not of people were taken from: an animal, a place in nature, a quarry, a batch.
create table sample_source (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record,
  code text not null check (code <> ''),
  kind text not null check (kind in ('animal', 'plant', 'environment', 'geological', 'material')),
  -- A scientific name, or what it is.
  taxon text,
  title text,
  sex text,
  breed text,
  locality text,
  latitude numeric(8, 5) check (latitude between -90 and 90),
  longitude numeric(8, 5) check (longitude between -180 and 180),
  -- As much of a date as is known: 2021, 2021-06, 2021-06-03.
  collected_on text check (collected_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  permit text,
  note text,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  unique (record_id, id)
);
create unique index sample_source_code_taken on sample_source (record_id, upper(code));

-- Tubes that are collected together; into a finished one nothing more is put.
create table sample_kit (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record,
  code text not null check (code <> ''),
  finished_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references person,
  unique (record_id, id)
);
create unique index sample_kit_code_taken on sample_kit (record_id, upper(code));

create table sample (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record,
  institution_id uuid not null references institution,
  -- What its label says.
  code text not null check (code <> ''),
  -- The families of the national platforms; the rules about people hold for `human` alone.
  family text not null check (
    family in ('human', 'animal', 'plant', 'environment', 'specimen', 'geological', 'experimental', 'reference')
  ),
  -- MIABIS-SAMPLE-02, and 03.
  type text not null,
  temperature text,
  -- MIABIS-SAMPLE-04, as much as is known of it, and its year.
  created_on text check (created_on ~ '^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?$'),
  year int generated always as (left(created_on, 4)::int) stored,
  -- MIABIS-SAMPLE-05: ontology, its version, code, description, and words.
  anatomical_ontology text,
  anatomical_version text,
  anatomical_code text,
  anatomical_name text,
  anatomical_note text,
  -- MIABIS-SAMPLE-10: ICD-10 or ORPHA, in upper case; of the sample, where the donor's are the person's.
  diagnoses text[] not null default '{}',
  -- MIABIS-SAMPLE-11: uses that need more than consent.
  use_conditions text[] not null default '{}',
  donor_id uuid,
  source_id uuid,
  kit_id uuid,
  -- Made of several: its donors are those of its parents.
  is_pooled boolean not null default false,
  -- The donor's age when it was taken, in whole years: the birthday is not known here.
  age_years int check (age_years between 0 and 130),
  -- Of what is left, in its unit.
  amount numeric(14, 3) not null default 1 check (amount >= 0),
  unit text not null default 'piece' check (unit in ('microlitre', 'microgram', 'milligram', 'nanogram', 'cell', 'piece')),
  freeze_thaws int not null default 0 check (freeze_thaws >= 0),
  -- Seven elements parted by hyphens.
  sprec text,
  state text not null default 'stored' check (state in ('stored', 'out', 'shipped', 'used_up', 'destroyed')),
  note text,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  -- Its donor, or one of a pool's, withdrew.
  blocked_at timestamptz,
  unique (record_id, id),
  foreign key (record_id, donor_id) references donor (record_id, id),
  foreign key (record_id, source_id) references sample_source (record_id, id),
  foreign key (record_id, kit_id) references sample_kit (record_id, id),
  constraint sample_of_people_has_donor check (
    case family when 'human' then source_id is null and (donor_id is not null or is_pooled) else donor_id is null end
  )
);
create unique index sample_code_taken on sample (institution_id, upper(code));
create index sample_by_code on sample (upper(code));
create index sample_of_record on sample (record_id, id desc);
create index sample_of_donor on sample (donor_id) where donor_id is not null;
create index sample_of_source on sample (source_id) where source_id is not null;
create index sample_of_kit on sample (kit_id) where kit_id is not null;

-- What a sample was made from: one parent of an aliquot or a derivative, several of a pool.
create table sample_parent (
  sample_id uuid not null references sample,
  parent_id uuid not null references sample,
  primary key (sample_id, parent_id),
  constraint sample_not_its_own_parent check (sample_id <> parent_id)
);
create index sample_parent_of on sample_parent (parent_id);

-- MIABIS-EVENT: when it happened, or how old the donor was, never both.
create table sample_event (
  id uuid primary key default uuidv7(),
  sample_id uuid not null references sample,
  kind text not null check (
    kind in ('collection', 'processing', 'freeze', 'thaw', 'ship', 'return', 'move', 'use', 'destroy', 'block')
  ),
  happened_on text check (happened_on ~ '^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?$'),
  age numeric(8, 2) check (age >= 0),
  age_unit text,
  note text,
  at timestamptz not null,
  by uuid references person,
  constraint sample_event_when check (num_nonnulls(happened_on, age) <= 1 and (age is null) = (age_unit is null))
);
create index sample_event_of_sample on sample_event (sample_id, id);
create trigger sample_event_stays before update or delete on sample_event for each row execute function refuse_change();

-- Boxes, racks and tanks with a grid: capacity is rows × columns. Without one there is no bound but `capacity`.
alter table place
  add column row_count int check (row_count between 1 and 100),
  add column column_count int check (column_count between 1 and 100),
  -- How a well is called: A1 (letters down, numbers across), or 1 to the last in reading order.
  add column well_names text check (well_names in ('letters', 'numbers')),
  add column capacity int check (capacity between 1 and 1000000),
  add constraint place_grid_whole check (
    num_nonnulls(row_count, column_count, well_names) in (0, 3) and (row_count is null or capacity is null)
  ),
  add constraint place_grid_key unique (id, row_count, column_count);

-- One thing in a well: a lot, a sample, or the reason why nothing is put there.
alter table placement drop constraint placement_pkey;
alter table placement
  alter column lot_id drop not null,
  add column id uuid not null default uuidv7() primary key,
  add column sample_id uuid references sample,
  add column blocked_reason text check (blocked_reason <> ''),
  add column row_count int,
  add column column_count int,
  -- From 0 in reading order: row × column_count + column.
  add column well int,
  -- Kept free for what is out on loan.
  add column is_kept boolean not null default false,
  add column placed_at timestamptz,
  add constraint placement_of_lot unique (lot_id),
  add constraint placement_of_sample unique (sample_id),
  add constraint placement_of_one check (num_nonnulls(lot_id, sample_id, blocked_reason) = 1),
  add constraint placement_in_grid foreign key (place_id, row_count, column_count)
    references place (id, row_count, column_count) on update cascade,
  add constraint placement_well check (
    num_nonnulls(well, row_count, column_count) in (0, 3) and well >= 0 and well < row_count * column_count
  ),
  add constraint placement_blocks_a_well check (blocked_reason is null or well is not null);
create unique index well_taken on placement (place_id, well) where well is not null;
