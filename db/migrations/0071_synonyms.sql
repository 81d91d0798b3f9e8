-- Words for the same thing, by which search widens what was typed.

create table synonym_group (
  id uuid primary key default uuidv7(),
  -- Under which the program ships it; what curators change of it stays as they left it.
  code text unique,
  -- As written: words for the same, and words for kinds of it, which do not lead back.
  words text[] not null,
  narrower text[] not null default '{}',
  -- Of the words, as search compares them.
  keys text[] not null,
  closed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  constraint synonym_group_has_two check (cardinality(words) >= 2)
);
create index synonym_group_keys on synonym_group using gin (keys);
create index synonym_group_first on synonym_group ((words[1]), id);

-- Documents have the terms of titles and simplified characters now: each is made anew, while the service goes on. An
-- empty database has neither records nor, yet, a queue.
do $$
begin
  if to_regnamespace('graphile_worker') is not null and exists (select from record) then
    perform graphile_worker.add_job('reindex_records', '{}'::json, job_key => 'reindex');
  end if;
end
$$;
