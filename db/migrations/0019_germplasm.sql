-- Germplasm: libraries, taxonomy.

-- A term that forms no longer offer still gives the records that have it their label.
alter table vocabulary_term add column is_offered boolean not null default true;

-- A library is a term of vocabulary `library` with a page of its own: `record.library` is its code. Names are kept here
-- and written to the term with every change.
create table library (
  -- For the audit, which knows things by such ids.
  id uuid not null default uuidv7(),
  code text constraint library_code_taken primary key constraint library_code_plain check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  kind text not null constraint library_kind_known check (kind in ('accession', 'collection')),
  -- Of its accessions; null where there are several, or none.
  profile text constraint library_profile_known check (profile in ('plant', 'microbe', 'animal')),
  name_zh text,
  name_en text,
  about_zh text,
  about_en text,
  -- Keys of the fields that say most about its accessions: their pages show them first.
  highlights text[] not null default '{}',
  position int not null,
  version int not null default 1,
  closed_at timestamptz,
  constraint library_named check (coalesce(name_zh, name_en) is not null),
  constraint library_profile_of_accessions check (kind = 'accession' or profile is null)
);

insert into library (code, kind, profile, name_zh, name_en, about_zh, about_en, highlights, position) values
  ('extremophile', 'accession', 'microbe', '极端环境微生物', 'Extremophile microbes',
    '来自盐湖、冰川、热泉、沙漠和石窟等极端环境的菌株，记录生长的温度、pH 和盐度范围。',
    'Strains from salt lakes, glaciers, hot springs, deserts and caves, with the temperatures, pH and salinities at which they grow.',
    '{accenumb,taxonName,isolationHabitat,temperatureOptimum,phOptimum,naclOptimum,growthMedium}', 1),
  ('forage', 'accession', 'plant', '饲草', 'Forage',
    '豆科与禾本科牧草和饲用灌木：地方品种、育成品种与野生居群。',
    'Legumes, grasses and browse shrubs: landraces, cultivars and wild populations.',
    '{accenumb,accename,sampstat,growthHabit,collsite,elevation}', 2),
  ('grain', 'accession', 'plant', '粮食作物', 'Grain crops',
    '小麦、大麦、青稞、玉米、谷子、糜子等粮食作物种质。',
    'Wheat, barley, maize, millets and other cereals.',
    '{accenumb,accename,sampstat,growthCycle,collsite,elevation}', 3),
  ('fruit', 'accession', 'plant', '果树', 'Fruit trees',
    '苹果、梨、桃、杏、葡萄等果树及其野生近缘种。',
    'Apples, pears, peaches, apricots, grapes and their wild relatives.',
    '{accenumb,accename,sampstat,mainTraits,fieldBankNumber}', 4),
  ('crop', 'accession', 'plant', '农作物', 'Other crops',
    '小杂粮、高原夏菜、马铃薯、藜麦、胡麻等农作物种质。',
    'Minor grains, highland vegetables, potato, quinoa, oil flax and other crops.',
    '{accenumb,accename,sampstat,mainUses,collsite}', 5),
  ('economic_forest', 'accession', 'plant', '经济林', 'Economic forest trees',
    '花椒、油橄榄、核桃、枸杞、沙棘等经济林木种质。',
    'Sichuan pepper, olive, walnut, goji, sea buckthorn and other useful trees and shrubs.',
    '{accenumb,accename,sampstat,mainUses,fieldBankNumber}', 6),
  ('medicinal', 'accession', 'plant', '药用植物', 'Medicinal plants',
    '当归、党参、黄芪、甘草、大黄等药用植物，记录道地产区与种子质量。',
    'Angelica, codonopsis, milkvetch, liquorice, rhubarb and other herbs, with authentic regions and seed quality.',
    '{accenumb,accename,authenticRegion,thousandSeedMass,germinationRate}', 7),
  ('animal', 'accession', 'animal', '动物遗传资源', 'Animal genetic resources',
    '牦牛、羊、马、猪、鸡等畜禽品种及其活体与冷冻遗传材料。',
    'Breeds of yak, sheep, horse, pig and poultry, kept alive or frozen.',
    '{breedNameZh,riskStatus,populationSize,conservationForms,conservationPlace}', 8),
  ('biobank', 'collection', null, '生物样本库', 'Biobanks',
    '人、动物与环境样本的集合，以及由其建立的细胞株。',
    'Collections of human, animal and environmental samples, and cell lines made from them.',
    '{}', 9);

-- Taxonomy: one tree of accepted taxa, and names that are synonyms of them.
create table taxon (
  id uuid primary key default uuidv7(),
  rank text not null,
  scientific_name text not null,
  -- What passports’ names are compared with. A name that two codes of nomenclature give to different things stands once.
  key text not null generated always as (lower(scientific_name)) stored,
  authorship text,
  -- The usual common names; further ones with `；` between them.
  name_zh text,
  name_en text,
  other_names text,
  source text,
  parent_id uuid,
  parent_level int,
  accepted_id uuid,
  -- How far down the tree it stands; a synonym stands nowhere.
  level int generated always as (
    case when accepted_id is null then array_position(
      array['domain', 'kingdom', 'phylum', 'class', 'order', 'family', 'genus', 'species', 'subspecies', 'variety', 'form'],
      rank
    ) end
  ) stored,
  is_accepted boolean not null generated always as (accepted_id is null) stored,
  needs_accepted boolean generated always as (case when accepted_id is not null then true end) stored,
  version int not null default 1,
  created_at timestamptz not null,
  constraint taxon_rank_known check (
    rank in ('domain', 'kingdom', 'phylum', 'class', 'order', 'family', 'genus', 'species', 'subspecies', 'variety', 'form')
  ),
  constraint taxon_name_taken unique (key),
  constraint taxon_by_level unique (id, level),
  constraint taxon_by_standing unique (id, is_accepted),
  -- A parent stands higher than its child, so that no circle closes, whoever writes at once; it keeps its rank and stays
  -- accepted while it has children.
  constraint taxon_parent_stands foreign key (parent_id, parent_level) references taxon (id, level),
  constraint taxon_parent_above check (parent_level < level),
  constraint taxon_parent_whole check ((parent_id is null) = (parent_level is null)),
  -- A synonym leads to an accepted taxon at once, never to another synonym or to itself.
  constraint taxon_accepted_stands foreign key (accepted_id, needs_accepted) references taxon (id, is_accepted),
  constraint taxon_synonym_unplaced check (accepted_id is null or parent_id is null)
);
create index taxon_children on taxon (parent_id, scientific_name) where parent_id is not null;
create index taxon_synonyms on taxon (accepted_id, scientific_name) where accepted_id is not null;
create index taxon_by_name on taxon (scientific_name, id);

-- For each of these names: its accepted taxon (height 0) and those above it.
create function taxon_lines(keys text[]) returns table (key text, named_id uuid, id uuid, height int)
language sql stable
begin atomic
  with recursive line (key, named_id, id, height) as (
    select taxon.key, taxon.id, coalesce(taxon.accepted_id, taxon.id), 0
    from taxon
    where taxon.key = any (keys)
    union all
    select line.key, line.named_id, taxon.parent_id, line.height + 1
    from line
    join taxon on taxon.id = line.id
    where taxon.parent_id is not null
  )
  select line.key, line.named_id, line.id, line.height from line;
end;

-- The taxon that a record's name leads to, or its genus where the taxonomy has no more; found again with each change.
alter table record add column taxon_id uuid references taxon;
-- When a name's place in the taxonomy changes, the records of its genus are indexed anew.
create index record_of_genus on record (split_part(lower(taxon), ' ', 1), listed_no) where taxon is not null;

-- What passports lacked: 种质外文名, a name to be placed by, and the class of Chinese law beside the risk group.
alter table accession add column foreign_name text, add column placed_as text;
alter table microbe_profile add column pathogen_class text;

-- Pedigree: who the parents of an accession are, in the catalogue or by name. How they were crossed, and when, is the accession's.
alter table accession add column cross_type text, add column cross_year int check (cross_year between 1800 and 2200);

-- Papers are written about every accession, not about strains alone.
alter table accession add column literature text[] not null default '{}';
update accession set literature = microbe_profile.literature
  from microbe_profile
  where microbe_profile.record_id = accession.record_id and microbe_profile.literature <> '{}';
alter table microbe_profile drop column literature;

create table parentage (
  id uuid primary key default uuidv7(),
  child_id uuid not null references record on delete cascade,
  parent_id uuid references record on delete cascade,
  -- Of a parent that the catalogue does not have.
  parent_name text,
  role text not null constraint parentage_role_known check (role in ('female', 'male', 'self', 'population')),
  created_at timestamptz not null,
  constraint parentage_of_one check (num_nonnulls(parent_id, parent_name) = 1),
  constraint parentage_not_own check (child_id <> parent_id),
  constraint parentage_taken unique nulls not distinct (child_id, role, parent_id, parent_name)
);
-- One mother, one father; a population has many parents.
create unique index parentage_role_taken on parentage (child_id, role) where role <> 'population';
create index parentage_progeny on parentage (parent_id) where parent_id is not null;

-- The way of introduced material: from where it came, through quarantine and trials, to the sites that show it.
create table introduction_step (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  stage text not null constraint introduction_stage_known check (stage in ('introduced', 'quarantine', 'trial', 'demonstration')),
  -- As it was written: YYYYMMDD with missing parts as -- or 00, or ISO 8601.
  day text not null,
  place text not null,
  organisation text,
  area_ha numeric(12, 2) constraint introduction_area_positive check (area_ha > 0),
  -- Of the import permit, the quarantine certificate, the trial report.
  document_number text,
  note text,
  created_at timestamptz not null
);
create index introduction_step_of_record on introduction_step (record_id, day, id);

-- Collecting missions, entered once for many accessions: COLLMISSID is their code.
create table mission (
  id uuid primary key default uuidv7(),
  institution_id uuid not null references institution,
  code text not null constraint mission_code_taken unique,
  name_zh text,
  name_en text,
  -- As they were written, the year at least.
  start_day text,
  end_day text,
  places text,
  institutes text,
  people text,
  permits text,
  note text,
  version int not null default 1,
  created_at timestamptz not null
);
create index mission_by_code on mission (code, id);
create index accession_of_mission on accession (collmissid, record_id) where collmissid is not null;

-- How strictly its site is kept from others than its curators: by the record itself, or by the taxon that it is placed under.
alter table accession add column protection_level text;
alter table taxon add column protection text constraint taxon_protection_known check (protection in ('national_1', 'national_2', 'provincial'));
-- What an accession has of its taxon, read with its own fields: the strictest protection of it and of those above it.
-- In the order of letters the strictest code comes first.
create view accession_of_taxon as
  select record.id as record_id, (
      select min(above.protection)
      from taxon_lines(array[taxon.key]) as line
      join taxon as above on above.id = line.id
    ) as taxon_protection
  from record
  join taxon on taxon.id = record.taxon_id;
