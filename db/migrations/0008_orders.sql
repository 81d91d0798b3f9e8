-- Service orders: what an instrument's staff do for others, and who asked for it.

create table service (
  instrument_id uuid not null references instrument on delete cascade,
  id uuid not null default uuidv7(),
  -- The newest of its versions.
  version int not null,
  created_at timestamptz not null,
  created_by uuid references person,
  -- Not offered any more; orders go on.
  ended_at timestamptz,
  primary key (instrument_id, id)
);

-- An order keeps the form that it answered and the prices that stood beside it.
create table service_version (
  instrument_id uuid not null,
  service_id uuid not null,
  number int not null check (number > 0),
  title_zh text,
  title_en text,
  about_zh text,
  about_en text,
  unit text not null check (unit in ('sample', 'hour', 'item')),
  turnaround_days int not null check (turnaround_days > 0),
  -- 分 for each unit by audience.
  prices jsonb not null,
  -- What it asks: a list of fields, in order.
  fields jsonb not null,
  made_at timestamptz not null,
  made_by uuid references person,
  primary key (instrument_id, service_id, number),
  foreign key (instrument_id, service_id) references service on delete cascade,
  constraint service_named check (num_nonnulls(title_zh, title_en) > 0)
);

create table service_order (
  instrument_id uuid not null,
  id uuid not null default uuidv7(),
  -- 2026-0012: by the year of the instrument's calendar.
  number text not null,
  service_id uuid not null,
  service_version int not null,
  person_id uuid not null references person,
  -- Who pays; the person where there is none.
  lab_id uuid references lab,
  state text not null check (state in ('submitted', 'quoted', 'accepted', 'in_work', 'delivered', 'closed', 'declined', 'withdrawn', 'cancelled')),
  version int not null default 1,
  answers jsonb not null,
  samples jsonb not null,
  submitted_at timestamptz not null,
  due_at timestamptz,
  quote jsonb,
  quote_fen int check (quote_fen >= 0),
  quote_until timestamptz,
  accepted_at timestamptz,
  delivered_at timestamptz,
  rating int check (rating between 1 and 5),
  rating_words text,
  ended_at timestamptz,
  primary key (instrument_id, id),
  foreign key (instrument_id, service_id, service_version) references service_version,
  constraint service_order_number unique (instrument_id, number),
  constraint service_order_quoted check ((quote is null) = (quote_fen is null)),
  constraint service_order_rated check ((rating is null) = (state <> 'closed'))
);
create index service_order_of_person on service_order (person_id, id desc);
create index service_order_by_id on service_order (id);
create index service_order_to_do on service_order (due_at, id) where ended_at is null;
create index service_order_rating on service_order (instrument_id, service_id) where rating is not null;

create table service_order_event (
  instrument_id uuid not null,
  order_id uuid not null,
  id uuid not null default uuidv7(),
  at timestamptz not null,
  by_id uuid references person,
  type text not null,
  note text,
  primary key (instrument_id, order_id, id),
  foreign key (instrument_id, order_id) references service_order on delete cascade
);

create table service_order_file (
  instrument_id uuid not null,
  order_id uuid not null,
  id uuid not null default uuidv7(),
  key text not null,
  name text not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 bytea not null,
  -- The field that it answers; without one it is a result.
  field text,
  added_at timestamptz not null,
  added_by uuid references person,
  primary key (instrument_id, order_id, id),
  foreign key (instrument_id, order_id) references service_order on delete cascade
);
