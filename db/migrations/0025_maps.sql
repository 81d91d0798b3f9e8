-- Where a record is shown on a map: the middle of its extent, and so no more exact than its search document has it.
alter table record
  add column longitude double precision generated always as ((center(extent))[0]) stored,
  add column latitude double precision generated always as ((center(extent))[1]) stored;

-- What maps count is read from these indexes alone, whatever else a record holds: points by latitude, as most of them
-- are; areas whole, since one is shown wherever it reaches.
create index record_points on record (latitude)
  include (longitude, kind, library, institution_id, collection_id, id, visibility, audience, listed_no)
  where width(extent) + height(extent) = 0;
create index record_areas on record (kind)
  include (extent, library, institution_id, collection_id, id, visibility, audience, listed_no)
  where width(extent) + height(extent) > 0;
