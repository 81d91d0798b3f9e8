-- The four kinds: one typed table each, and one per profile of an accession.
-- Columns are the fields of src/<kind>/model in snake_case; test/catalog/kinds.test.ts keeps the two alike.
-- Codes are not references: a vocabulary's newer version must not refuse what an older one said.
-- Empty lists are '{}', empty rows '[]', everything else that is not known is null.

-- Names as the national instrument interface spells them (NRII); cname, ename, image and subject are the record's.
-- worth and service_income are in units of 10,000 yuan. What has no English name there: serial_number, asset_number,
-- measured_variables and decommission_date are PIDINST's.
create table instrument (
  record_id uuid primary key references record on delete cascade,
  -- Identity and ownership
  inner_id text,
  ins_code text,
  instr_belongs_type text,
  instr_belongs_name text,
  resource_name text,
  inside_depart text,
  instr_category text,
  serial_number text,
  asset_number text,
  -- Specification and function
  instr_version text,
  manufacturer text,
  nation text,
  technical text,
  function text,
  measured_variables text[] not null default '{}',
  type text,
  instr_source text,
  worth numeric(10, 2) check (worth between 0 and 99999999),
  funds text[] not null default '{}',
  begin_date date,
  decommission_date date,
  -- Opening and service
  share_mode text,
  service_content text,
  requirement text,
  fee text,
  service_url text,
  -- Use and condition
  status text,
  run_machine numeric(6, 2) check (run_machine between 0 and 8784),
  service_machine numeric(6, 2) check (service_machine between 0 and 8784),
  year int check (year between 1950 and 2100),
  service_income numeric(10, 2) check (service_income between 0 and 99999999),
  -- Place and contact
  province text,
  city text,
  county text,
  street text,
  address text,
  postalcode text,
  lng numeric check (lng between -180 and 180),
  lat numeric check (lat between -90 and 90),
  contact text,
  phone text,
  email text,
  -- Reporting
  audit_status text,
  audit_reason text,
  flag text,
  -- Customs supervision
  instr_supervise boolean,
  customs_number text,
  customs_item text,
  customs_release_date date,
  customs_name text
);

-- DataCite 4.7 and the fields of the NCDC export. Title, abstract, GB/T 13745 subjects, keywords and identifiers are
-- the record's. Structured properties that repeat are jsonb arrays of flat objects.
create table dataset (
  record_id uuid primary key references record on delete cascade,
  -- Description
  resource_type_general text,
  resource_type text,
  publication_year int check (publication_year between 1000 and 9999),
  dataset_version text,
  language text,
  alternative_titles jsonb not null default '[]' check (jsonb_typeof(alternative_titles) = 'array'),
  descriptions jsonb not null default '[]' check (jsonb_typeof(descriptions) = 'array'),
  dates jsonb not null default '[]' check (jsonb_typeof(dates) = 'array'),
  other_subjects jsonb not null default '[]' check (jsonb_typeof(other_subjects) = 'array'),
  sizes text[] not null default '{}',
  formats text[] not null default '{}',
  rights_list jsonb not null default '[]' check (jsonb_typeof(rights_list) = 'array'),
  -- Creators and funding
  creators jsonb not null default '[]' check (jsonb_typeof(creators) = 'array'),
  contributors jsonb not null default '[]' check (jsonb_typeof(contributors) = 'array'),
  publisher text,
  publisher_identifier text,
  publisher_identifier_scheme text,
  funding_references jsonb not null default '[]' check (jsonb_typeof(funding_references) = 'array'),
  -- Coverage in space and time
  acquisition_start text,
  acquisition_end text,
  acquisition_place text,
  lon_west numeric check (lon_west between -180 and 180),
  lon_east numeric check (lon_east between -180 and 180),
  lat_south numeric check (lat_south between -90 and 90),
  lat_north numeric check (lat_north between -90 and 90),
  altitude_low numeric check (altitude_low between -12000 and 100000),
  altitude_high numeric check (altitude_high between -12000 and 100000),
  coverage_region text,
  geo_locations jsonb not null default '[]' check (jsonb_typeof(geo_locations) = 'array'),
  variables text[] not null default '{}',
  spatial_resolution text,
  temporal_resolution text,
  coordinate_system text,
  projection text,
  -- Origin and quality
  data_source text,
  processing text,
  quality text,
  quality_level text,
  total_size_bytes bigint check (total_size_bytes >= 0),
  files_count bigint check (files_count >= 0),
  -- Sharing and grade
  share_type text,
  protected boolean,
  protected_until date,
  contact_name text,
  contact_phone text,
  contact_email text,
  data_grade text,
  grade_approver text,
  graded_on date,
  grade_basis text,
  -- Identifiers and relations
  alternate_identifiers jsonb not null default '[]' check (jsonb_typeof(alternate_identifiers) = 'array'),
  related_identifiers jsonb not null default '[]' check (jsonb_typeof(related_identifiers) = 'array'),
  related_items jsonb not null default '[]' check (jsonb_typeof(related_items) = 'array'),
  paper_references text[] not null default '{}',
  citation text
);

-- FAO/Bioversity MCPD v2.1, all 41 descriptors under their own names, then what the national platforms ask of all.
-- Dates and coordinates are kept as written (1981----, 3836--N): their precision is part of what they say.
create table accession (
  record_id uuid primary key references record on delete cascade,
  -- Identity
  puid text,
  instcode text,
  accenumb text,
  accename text[] not null default '{}',
  othernumb text[] not null default '{}',
  -- Taxonomy
  genus text,
  species text,
  spauthor text,
  subtaxa text,
  subtauthor text,
  cropname text,
  -- Collecting
  collnumb text,
  collcode text[] not null default '{}',
  collname text[] not null default '{}',
  collinstaddress text[] not null default '{}',
  collmissid text,
  colldate text,
  collsrc text,
  origcty text,
  collsite text,
  declatitude numeric check (declatitude between -90 and 90),
  latitude text,
  declongitude numeric check (declongitude between -180 and 180),
  longitude text,
  coorduncert numeric check (coorduncert >= 0),
  coorddatum text,
  georefmeth text,
  elevation numeric check (elevation between -12000 and 9000),
  -- Origin and pedigree
  acqdate text,
  sampstat text,
  ancest text,
  bredcode text[] not null default '{}',
  bredname text[] not null default '{}',
  donorcode text,
  donorname text,
  donornumb text,
  -- Storage
  storage text[] not null default '{}',
  duplsite text[] not null default '{}',
  duplinstname text[] not null default '{}',
  mlsstat text,
  remarks text,
  -- Platform descriptors
  platform_number text,
  national_number text,
  resource_number text,
  classification_code text,
  holder_name text,
  holder_number text,
  origin_place text,
  source_place text,
  main_traits text,
  main_uses text,
  specific_uses text,
  record_url text,
  picture_note text,
  share_mode text,
  acquisition_way text,
  physical_state text,
  contact_info text
);

-- Chinese common descriptors of plant germplasm, medicinal ones at the end.
create table plant_profile (
  record_id uuid primary key references record on delete cascade,
  -- Names and type
  family_name text,
  genus_name text,
  species_name text,
  germplasm_type text,
  -- Growth and characteristics
  climate_zone text,
  growth_habit text,
  growth_cycle text,
  characteristics text,
  observation_site text,
  breeding_year text,
  -- Environment of origin
  soil_type text,
  ecosystem_type text,
  annual_temperature numeric(4, 2) check (annual_temperature between -60 and 60),
  annual_rainfall numeric(6, 1) check (annual_rainfall between 0 and 20000),
  -- Banks and material
  bank_number text,
  field_bank_number text,
  introduction_number text,
  plant_material text[] not null default '{}',
  keeping_method text,
  -- Medicinal plants
  authentic_region text,
  thousand_seed_mass numeric(11, 4) check (thousand_seed_mass between 0 and 1000000),
  germination_rate numeric(5, 2) check (germination_rate between 0 and 100),
  germination_energy numeric(5, 2) check (germination_energy between 0 and 100)
);

-- Microbe strains after the MIRRI workbook, extremophiles included; the strain's number is accession.accenumb.
create table microbe_profile (
  record_id uuid primary key references record on delete cascade,
  -- Strain
  other_collection_numbers text[] not null default '{}',
  other_denominations text[] not null default '{}',
  organism_type text[] not null default '{}',
  taxon_name text,
  taxon_authority text,
  infrasubspecific_names text[] not null default '{}',
  taxonomy_comment text,
  type_strain boolean,
  strain_status text,
  serovar text,
  -- History of the strain
  history_of_deposit text,
  depositor text,
  deposit_date text,
  strain_collector text,
  isolator text,
  isolation_date text,
  inclusion_date text,
  substrate text,
  isolation_habitat text,
  habitat_terms text[] not null default '{}',
  geographic_origin text,
  -- Genetics
  genotype text,
  gmo boolean,
  gmo_construction text,
  mutant_info text,
  sexual_state text,
  ploidy text,
  interspecific_hybrid boolean,
  plasmids text[] not null default '{}',
  plasmid_collections text[] not null default '{}',
  sequences jsonb not null default '[]' check (jsonb_typeof(sequences) = 'array'),
  -- Uses and literature
  applications text,
  enzyme_production text[] not null default '{}',
  metabolites text[] not null default '{}',
  pathogenicity text,
  plant_pathogenicity_code text,
  literature text[] not null default '{}',
  -- Culture and supply
  growth_medium text[] not null default '{}',
  temperature_recommended numeric(4, 1) check (temperature_recommended between -30 and 130),
  temperature_tested_low numeric(4, 1) check (temperature_tested_low between -30 and 130),
  temperature_tested_high numeric(4, 1) check (temperature_tested_high between -30 and 130),
  preservation text[] not null default '{}',
  supply_forms text[] not null default '{}',
  -- Life at extremes
  oxygen_relation text,
  temperature_min numeric(4, 1) check (temperature_min between -30 and 130),
  temperature_optimum numeric(4, 1) check (temperature_optimum between -30 and 130),
  temperature_max numeric(4, 1) check (temperature_max between -30 and 130),
  ph_min numeric(4, 2) check (ph_min between 0 and 14),
  ph_optimum numeric(4, 2) check (ph_optimum between 0 and 14),
  ph_max numeric(4, 2) check (ph_max between 0 and 14),
  nacl_min numeric(4, 2) check (nacl_min between 0 and 40),
  nacl_optimum numeric(4, 2) check (nacl_optimum between 0 and 40),
  nacl_max numeric(4, 2) check (nacl_max between 0 and 40),
  pressure_optimum numeric(5, 2) check (pressure_optimum between 0 and 300),
  pressure_max numeric(5, 2) check (pressure_max between 0 and 300),
  radiation_tolerance text,
  desiccation_tolerance text,
  -- Safety and compliance
  restrictions_on_use text,
  nagoya_status text,
  abs_files text[] not null default '{}',
  mta_file text,
  registered_collection boolean,
  risk_group text,
  dual_use boolean,
  quarantine boolean
);

-- Animal genetic resources: of a breed, a herd or one animal.
create table animal_profile (
  record_id uuid primary key references record on delete cascade,
  -- Breed
  animal_species text,
  breed_name_zh text,
  breed_name_en text,
  breed_name_local text,
  breed_code text,
  risk_status text,
  population_size int check (population_size between 0 and 2000000000),
  population_year int check (population_year between 1900 and 2100),
  -- Animal
  sex text,
  birth_date text,
  ear_tag text,
  sire text,
  dam text,
  -- Conservation
  conservation_forms text[] not null default '{}',
  cryoconserved_doses int check (cryoconserved_doses between 0 and 2000000000),
  sdg_sufficiency text,
  conservation_place text,
  conservation_place_type text
);

-- MIABIS Core 3.0: Collection, and of Biobank what is not the institution's. Nothing about single people is kept.
create table collection (
  record_id uuid primary key references record on delete cascade,
  -- Collection
  miabis_id text,
  acronym text,
  collection_url text,
  collection_design text[] not null default '{}',
  collection_setting text[] not null default '{}',
  collection_status text,
  founded_year int check (founded_year between 1800 and 2100),
  publications text[] not null default '{}',
  -- Samples and data
  sample_source text,
  sample_types text[] not null default '{}',
  storage_temperatures text[] not null default '{}',
  dataset_types text[] not null default '{}',
  sample_total int check (sample_total between 0 and 2000000000),
  organisms text[] not null default '{}',
  -- Subjects
  subjects_total int check (subjects_total between 0 and 2000000000),
  sex text[] not null default '{}',
  age_low int check (age_low between 0 and 100000),
  age_low_unit text,
  age_high int check (age_high between 0 and 100000),
  age_high_unit text,
  diseases jsonb not null default '[]' check (jsonb_typeof(diseases) = 'array'),
  inclusion_criteria text[] not null default '{}',
  -- Use and compliance
  use_conditions text[] not null default '{}',
  ethics_approval text,
  hgr_filing text,
  consent_scope text,
  -- Biobank
  biobank_id text,
  biobank_acronym text,
  biobank_name text,
  biobank_url text,
  biobank_description text,
  infrastructure text[] not null default '{}',
  organisation text[] not null default '{}',
  bioprocessing text[] not null default '{}',
  quality_standards text[] not null default '{}',
  -- Contact
  contact_name text,
  contact_phone text,
  contact_email text,
  contact_address text
);
