-- What providers ask of who requests something of them, and what requesters fill in once for all their requests.

-- A form in one of its versions. The newest published one is asked; the draft is the next.
create table request_form (
  id uuid primary key default uuidv7(),
  institution_id uuid not null references institution,
  -- Of one collection alone; of all that the institution provides where it is null.
  collection_id uuid references record,
  number int not null check (number > 0),
  title_zh text,
  title_en text,
  fields jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  published_at timestamptz,
  published_by uuid references person,
  constraint request_form_titled check (coalesce(title_zh, title_en) is not null),
  constraint request_form_numbered unique nulls not distinct (institution_id, collection_id, number)
);
create unique index request_form_one_draft on request_form (institution_id, collection_id) nulls not distinct
where published_at is null;
create index request_form_of_collection on request_form (collection_id) where collection_id is not null;
-- Requests keep the form that they answered.
create trigger request_form_stays before update or delete on request_form for each row
when (old.published_at is not null) execute function refuse_change();

alter table request add column form_id uuid references request_form;

-- Files that answer a form.
create table request_answer_file (
  id uuid primary key default uuidv7(),
  request_id uuid not null references request on delete cascade,
  -- The key of the field.
  field text not null,
  key text not null unique,
  name text not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 bytea not null,
  added_at timestamptz not null,
  added_by uuid references person
);
create index request_answer_file_of_request on request_answer_file (request_id, field, id);

-- What somebody does with what is asked for, in words and in codes: a person's own, offered for the next request.
create table project (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  title text not null check (title <> ''),
  purpose text not null check (purpose <> ''),
  -- Codes of vocabulary `duo`.
  intended_use text[] not null default '{}',
  award_number text,
  -- Who carries it, as it is said of it: it need not be of this catalogue.
  organisation text,
  lab_id uuid references lab,
  ethics_number text,
  ends_on date,
  is_default boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null
);
create index project_of_person on project (person_id, id);
create unique index project_one_default on project (person_id) where is_default;
