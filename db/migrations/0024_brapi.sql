-- BrAPI: pages of germplasm, searches that are read again by their ids, lists, and how other programs refer to things.

-- Pages of all accessions in the order of listing, and their number: it holds all that is asked of who may see them.
create index record_accessions on record (listed_no)
  include (id, institution_id, collection_id, visibility, audience)
  where kind = 'accession';

-- What BrAPI calls a common crop name: CROPNAME, which is written with the search document; else the library or the profile.
-- Names are read one after the other from the index, and those of a crop by it: neither reads all accessions.
alter table record add column crop text;
update record set crop = accession.cropname from accession
where accession.record_id = record.id and accession.cropname is not null;
alter table record add column crop_key text generated always as (
  case when kind = 'accession' then coalesce('crop:' || crop, 'library:' || library, 'profile:' || coalesce(profile, 'germplasm')) end
) stored;
create index record_of_crop on record (crop_key, visibility, audience) where kind = 'accession';

-- A search as it was sent; kept for a day after it was asked last.
create table brapi_search (
  -- Made of the path and of what is asked, so that the same search has the same id.
  id uuid primary key,
  path text not null,
  asked jsonb not null,
  asked_at timestamptz not null
);
create index brapi_search_by_age on brapi_search (asked_at);

-- What somebody put together, by ids: of germplasm, studies, variables.
create table brapi_list (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  type text not null,
  name text not null,
  description text,
  source text,
  items text[] not null default '{}' constraint brapi_list_not_too_long check (cardinality(items) <= 100000),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index brapi_list_of_person on brapi_list (person_id, id);

-- A picture that was announced; it becomes an image of the same id when its bytes arrive.
create table brapi_image (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  -- As BrAPI describes it.
  described jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null references person
);

-- What other programs call things of ours, beside the identifiers of records.
create table external_reference (
  entity text not null,
  entity_id uuid not null,
  position int not null,
  reference_id text not null,
  source text,
  primary key (entity, entity_id, position)
);
create index external_reference_by_value on external_reference (reference_id, entity);
