-- Lists of harvesters by set: a set of few records among very many is read without passing over the others. Those of an
-- institution are read by `record_of_institution`.
create index record_harvest_kind on record (kind, updated_at, id)
  where published_at is not null and audience = 'public';
create index record_harvest_library on record (library, updated_at, id)
  where published_at is not null and audience = 'public' and library is not null;
create index record_harvest_subject on record using gin (subjects) with (fastupdate = off)
  where published_at is not null and audience = 'public' and subjects <> '{}';

-- Harvesters go by it: one record without a moment would end every list.
alter table record add constraint record_updated_at_finite check (isfinite(updated_at));
