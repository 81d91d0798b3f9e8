-- Identifiers that this installation gives its records, and what their registries were told of them; and the order in
-- which harvesters read the catalogue.

create sequence minted_identifier_no;

-- It stands among the record's identifiers too (`record_identifier`), like one that came from elsewhere.
create table minted_identifier (
  id uuid primary key default uuidv7(),
  -- Null once its draft was deleted: the registry is then told to let the identifier go.
  record_id uuid references record on delete set null,
  scheme text not null constraint minted_identifier_scheme_known check (scheme in ('cstr', 'doi')),
  value text not null check (value = lower(value)),
  -- What the registry knows; null before it was told anything.
  told text check (told in ('reserved', 'registered', 'withdrawn')),
  -- The outbox: every change of what is public counts, and the job notes how many of them the registry knows.
  change_no int not null default 1,
  told_no int not null default 0,
  tried_at timestamptz,
  failure_code text,
  -- In the registry's own words.
  failure_detail text,
  -- One job at a time tells the registry: an older answer must not come last.
  busy_until timestamptz,
  reserved_at timestamptz not null,
  reserved_by uuid references person,
  constraint minted_identifier_taken unique (scheme, value)
);
create unique index minted_identifier_one on minted_identifier (record_id, scheme) where record_id is not null;

-- What everybody may harvest, by when it changed; withdrawn ones too, as their tombstones.
create index record_harvest on record (updated_at, id) where published_at is not null and audience = 'public';

-- What was harvested and is public no more, because it is not for everybody now or its row is gone: harvesters are told so
-- for ever (OAI-PMH, deletedRecord `persistent`). Withdrawn records are not here: their tombstones are public.
create table record_gone (
  record_id uuid primary key,
  gone_at timestamptz not null,
  kind text not null,
  institution_id uuid not null,
  library text,
  subjects text[] not null
);
create index record_gone_harvest on record_gone (gone_at, record_id);

create function note_record_gone() returns trigger
language plpgsql as $$
begin
  if new.audience = 'public' then
    delete from record_gone where record_id = new.id;
  else
    insert into record_gone (record_id, gone_at, kind, institution_id, library, subjects)
    values (old.id, new.updated_at, old.kind, old.institution_id, old.library, old.subjects)
    on conflict (record_id) do nothing;
  end if;
  return null;
end
$$;
create trigger note_record_gone after update of audience on record
for each row when (
  old.published_at is not null and old.audience is distinct from new.audience
  and (old.audience = 'public' or new.audience = 'public')
)
execute function note_record_gone();
