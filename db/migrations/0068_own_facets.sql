-- What records of one kind are narrowed by besides what all have, with its values: `sample_type:plasma`. Written with the
-- search document: `hexi reindex` fills it for records that are there already.
alter table record add column own_facets text[];
