-- The people who were away and for whom a delegate acted; beside the data, so that no query of the requester's side reads it.
alter table request_event add column for_ids uuid[] not null default '{}';
