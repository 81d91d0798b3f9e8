-- What every kind shares: words, the record, its names, relations, pictures.

-- Code lists change and conflict, so they are rows with a version, never enums (DOMAIN.md §4.2).
create table vocabulary (
  name text not null,
  version text not null,
  title_zh text not null,
  title_en text not null,
  source text,
  -- The version that forms offer; older ones still give old records their labels.
  is_current boolean not null default true,
  primary key (name, version)
);
create unique index vocabulary_current on vocabulary (name) where is_current;

create table vocabulary_term (
  vocabulary text not null,
  version text not null,
  code text not null,
  label_zh text not null,
  label_en text not null,
  parent text,
  position int not null,
  primary key (vocabulary, version, code),
  foreign key (vocabulary, version) references vocabulary (name, version)
);

create sequence record_listed_no;

-- Names in the order of each language (Chinese by pinyin); a PostgreSQL without ICU has their code points only.
do $$
begin
  if exists (select from pg_collation where collname = 'zh-x-icu') then
    create collation name_zh from "zh-x-icu";
    create collation name_en from "en-x-icu";
  else
    create collation name_zh from "C";
    create collation name_en from "C";
  end if;
end
$$;

create table record (
  id uuid primary key default uuidv7(),
  kind text not null constraint record_kind_known check (kind in ('instrument', 'dataset', 'accession', 'collection')),
  profile text,
  -- The germplasm library or other ready-made collection that it belongs to (vocabulary `library`).
  library text,
  -- The collection record that it is part of: its curators keep this record too.
  collection_id uuid references record,
  institution_id uuid not null references institution,
  title_zh text,
  title_en text,
  summary_zh text,
  summary_en text,
  keywords text[] not null default '{}',
  access text not null default 'on_request' check (access in ('open', 'registered', 'on_request', 'closed')),
  audience text not null default 'public' check (audience in ('public', 'members', 'institution')),
  visibility text not null generated always as (
    case when withdrawn_at is not null then 'withdrawn' when published_at is not null then 'published' else 'draft' end
  ) stored,
  published_at timestamptz,
  published_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawal_reason text,
  -- Facets. The taxon is a name, the region a GB/T 2260 code, subjects GB/T 13745 codes.
  taxon text,
  subjects text[] not null default '{}',
  region text,
  year int,
  -- Longitudes and latitudes, WGS84 degrees: (west, south), (east, north).
  extent box,
  main_image_id uuid,
  -- App-made: pieces of Chinese, words, numbers and facet values as lexemes, so that one index answers all of them.
  document tsvector not null default '',
  -- When it was listed: publication, or creation while a draft.
  listed_at timestamptz not null,
  -- Newest first means this: its place in the order of listing. Search reads era after era of it (`eraLength`).
  listed_no bigint not null default nextval('record_listed_no'),
  version int not null default 1,
  -- Who wrote it first: a demo's or an import's name for it, so that doing it twice changes nothing.
  source text,
  source_key text,
  created_at timestamptz not null,
  created_by uuid references person,
  updated_at timestamptz not null,
  constraint record_titled check (coalesce(title_zh, title_en) is not null),
  constraint record_withdrawn_with_reason check (withdrawn_at is null or withdrawal_reason is not null),
  constraint record_source_taken unique (source, source_key)
);
create index record_document on record using gin (document) with (fastupdate = off);
create unique index record_newest on record (listed_no);
create index record_by_name_zh on record (coalesce(title_zh, title_en) collate name_zh, id);
create index record_by_name_en on record (coalesce(title_en, title_zh) collate name_en, id);
create index record_of_institution on record (institution_id, updated_at desc, id desc);
create index record_of_collection on record (collection_id) where collection_id is not null;
-- A document is read only where it is asked for its phrases, a summary only where it is shown:
-- kept apart, rows are small and hits cheap to count.
alter table record set (toast_tuple_target = 256);
alter table record
  alter column document set storage external,
  -- The plan is the same whatever is asked (era by era), so nothing about common terms need be known.
  alter column document set statistics 0,
  alter column summary_zh set storage external,
  alter column summary_en set storage external,
  alter column title_zh set storage main,
  alter column title_en set storage main;

-- The listing, newest first, cut into eras: small ones first, so that what is frequent is found in the first few,
-- and what is rare after few more. `era` asks the index for the records of one (the app's `eraTerms`).
create function record_eras(newest bigint) returns table (era tsquery)
language sql immutable parallel safe
begin atomic
  with
    small as (
      select newest >> 10 as last, greatest((newest >> 10) - 4, 0) >> 3 << 3 as first
    ),
    middle as (
      select (first >> 3) - 1 as last, greatest((first >> 3) - 5, 0) >> 3 << 3 as first
      from small
    ),
    large as (
      select (first >> 3) - 1 as last, 0::bigint as first
      from middle
    )
  select ('''=era10:' || n || '''')::tsquery from small, generate_series(last, first, -1) n
  union all
  select ('''=era13:' || n || '''')::tsquery from middle, generate_series(last, first, -1) n
  union all
  select ('''=era16:' || n || '''')::tsquery from large, generate_series(last, first, -1) n;
end;

alter table role_grant add constraint role_grant_collection_id_fkey foreign key (collection_id) references record;

create table record_identifier (
  record_id uuid not null references record on delete cascade,
  scheme text not null,
  value text not null,
  position int not null,
  primary key (record_id, scheme, value)
);
create index record_identifier_by_value on record_identifier (lower(value));

-- Every name and number of a record, for suggestions: `key` is folded (lower case, no accents, no spaces or marks).
create table record_name (
  record_id uuid not null references record on delete cascade,
  position int not null,
  name text not null,
  key text not null,
  type text not null check (type in ('title', 'name', 'number', 'taxon')),
  primary key (record_id, position)
);
create index record_name_prefix on record_name (key text_pattern_ops);

-- Latin words that occur in names and titles, for spelling help. A word is offered only when the viewer has hits for it.
create table latin_word (
  word text primary key
);
create index latin_word_similar on latin_word using gin (word gin_trgm_ops);

-- Relations both ways: read as `from` <type> `to`; the other side shows the inverse.
create table relation (
  id uuid primary key default uuidv7(),
  from_id uuid not null references record on delete cascade,
  to_id uuid not null references record on delete cascade,
  type text not null,
  created_at timestamptz not null,
  constraint relation_taken unique (from_id, to_id, type),
  constraint relation_not_self check (from_id <> to_id)
);
create index relation_to on relation (to_id);

-- A picture of a record. The row comes first, then the bytes, then the derivatives (by a job).
create table image (
  id uuid primary key default uuidv7(),
  record_id uuid not null references record on delete cascade,
  position int not null,
  caption_zh text,
  caption_en text,
  credit text,
  licence text,
  original_key text not null unique,
  original_name text not null,
  format text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  width int not null,
  height int not null,
  thumbhash text,
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  uploaded_by uuid references person,
  created_at timestamptz not null,
  -- Set when all derivatives are there.
  derived_at timestamptz,
  failed_at timestamptz,
  failure text,
  removed_at timestamptz
);
create index image_of_record on image (record_id, position) where removed_at is null;

alter table record add constraint record_main_image_id_fkey
  foreign key (main_image_id) references image on delete set null deferrable initially deferred;

create table image_derivative (
  image_id uuid not null references image on delete cascade,
  size text not null,
  format text not null,
  key text not null unique,
  width int not null,
  height int not null,
  size_bytes int not null,
  primary key (image_id, size, format)
);

-- Bytes on their way into the bucket: written before the bytes, deleted when they are attached; a reaper ends the rest.
create table object_intent (
  key text primary key,
  purpose text not null,
  created_by uuid references person,
  created_at timestamptz not null
);
create index object_intent_by_age on object_intent (created_at);
