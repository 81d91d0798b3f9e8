-- Agreements: terms under which things are handed over, their texts, and who accepted which of them.

create table agreement (
  id uuid primary key default uuidv7(),
  -- Null: of the catalogue, for all providers.
  institution_id uuid references institution,
  -- Of one collection of the institution alone.
  collection_id uuid references record,
  kind text not null check (kind in ('mta', 'smta', 'dua', 'instrument', 'other')),
  title_zh text,
  title_en text,
  -- Asked of everybody who asks for what it is about; others are added by a decision.
  is_default boolean not null default false,
  -- What it is about: kinds of record and ways of delivery; empty: all.
  record_kinds text[] not null default '{}',
  deliveries text[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  archived_at timestamptz,
  constraint agreement_titled check (coalesce(title_zh, title_en) is not null),
  constraint agreement_of_collection check (collection_id is null or institution_id is not null)
);
create index agreement_of_institution on agreement (institution_id, id) where archived_at is null;

-- A version of its text in both languages. What is accepted is a text, which never changes once it is published.
create table agreement_text (
  id uuid primary key default uuidv7(),
  agreement_id uuid not null references agreement,
  number int not null check (number > 0),
  body_zh text,
  body_en text,
  version int not null default 1,
  created_at timestamptz not null,
  published_at timestamptz,
  published_by uuid references person,
  -- Hexadecimal, of both bodies.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint agreement_text_number unique (agreement_id, number),
  constraint agreement_text_sealed check (
    (published_at is null) = (sha256 is null)
    and (published_at is null or (body_zh is not null and body_en is not null))
  )
);
create unique index agreement_text_draft on agreement_text (agreement_id) where published_at is null;
create trigger agreement_text_stays before update or delete on agreement_text
  for each row when (old.published_at is not null) execute function refuse_change();

-- Who accepted which text for which request, with what they were shown. Never changed.
create table agreement_acceptance (
  id uuid primary key default uuidv7(),
  request_id uuid not null references request,
  text_id uuid not null references agreement_text,
  person_id uuid not null references person,
  -- Of the request's content; one that was changed is accepted again.
  round int not null check (round >= 0),
  accepted_at timestamptz not null,
  -- From where, as far as it is known.
  address text,
  -- Hexadecimal, of what was shown.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- What was shown, in both languages.
  sealed jsonb not null,
  constraint agreement_acceptance_once unique (request_id, text_id, person_id, round)
);
create index agreement_acceptance_by_person on agreement_acceptance (person_id);
create trigger agreement_acceptance_stays before update or delete on agreement_acceptance
  for each row execute function refuse_change();
