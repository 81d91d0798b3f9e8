-- Requests: what people ask of providers, the log of what happened to it, and what follows from that log.

-- How an institution, or one of its collections, answers requests. Without a row the defaults hold.
create table request_provider (
  id uuid primary key default uuidv7(),
  institution_id uuid not null references institution,
  collection_id uuid references record,
  -- Working days until an answer is due.
  answer_days int not null default 10 check (answer_days between 1 and 90),
  -- How many reviews an approval needs.
  quorum int not null default 0 check (quorum between 0 and 9),
  -- A supervisor says yes before the provider decides.
  needs_consent boolean not null default false,
  appeal_days int not null default 30 check (appeal_days between 0 and 365),
  -- When a report on use is due after receipt; null: none is asked for.
  report_months int default 12 check (report_months between 1 and 60),
  -- The organisation's own mailbox, for when nobody decides.
  mailbox text,
  version int not null default 1,
  created_at timestamptz not null,
  constraint request_provider_one unique nulls not distinct (institution_id, collection_id)
);

-- The last number of a provider's requests in a year.
create table request_numbering (
  institution_id uuid not null references institution,
  year int not null,
  last int not null,
  primary key (institution_id, year)
);

create table request (
  id uuid primary key default uuidv7(),
  number text not null,
  -- Who decides: the institution's stewards, or those of its collection.
  institution_id uuid not null references institution,
  collection_id uuid references record,
  requester_id uuid not null references person,
  lab_id uuid references lab,
  -- For what, in the requester's words and in codes: filled in once and offered for the next request.
  purpose jsonb not null default '{}',
  -- What the provider's form asks.
  answers jsonb not null default '{}',
  created_at timestamptz not null,
  version int not null default 1,

  -- What follows from the events.
  event_count int not null default 0,
  state text not null default 'draft' check (
    state in ('draft', 'submitted', 'returned', 'decided', 'fulfilling', 'fulfilled', 'closed', 'withdrawn', 'expired')
  ),
  -- Whose turn it is, since when, and until when an answer is due.
  turn text check (turn in ('requester', 'supervisor', 'reviewer', 'steward')),
  turn_since timestamptz not null,
  due_at timestamptz,
  submitted_at timestamptz,
  decided_at timestamptz,
  ended_at timestamptz,
  -- Whose consent is asked for, and who was asked for a review.
  supervisor_id uuid references person,
  reviewer_ids uuid[] not null default '{}',
  assignee_id uuid references person,
  claimed_by uuid references person,
  claimed_until timestamptz,
  labels text[] not null default '{}',
  constraint request_number_taken unique (institution_id, number),
  constraint request_claimed check ((claimed_by is null) = (claimed_until is null))
);
create index request_of_requester on request (requester_id, id desc);
create index request_of_provider on request (institution_id, (coalesce(due_at, 'infinity')), id) where ended_at is null;
create index request_of_collection on request (collection_id, (coalesce(due_at, 'infinity')), id) where ended_at is null and collection_id is not null;
create index request_of_supervisor on request (supervisor_id) where supervisor_id is not null;
create index request_of_reviewer on request using gin (reviewer_ids);
create index request_by_turn on request (turn, due_at) where ended_at is null;

-- What happened, in order: the truth of which the rest is computed. Never changed.
create table request_event (
  request_id uuid not null references request,
  number int not null check (number > 0),
  at timestamptz not null,
  -- Nobody where the program did it.
  by_id uuid references person,
  type text not null,
  -- Kept beside the type so that no query of the requester's side can forget it.
  is_public boolean not null,
  data jsonb not null,
  primary key (request_id, number)
);
create trigger request_event_stays before update or delete on request_event for each row execute function refuse_change();

create table request_item (
  id uuid primary key default uuidv7(),
  request_id uuid not null references request on delete cascade,
  position int not null,
  record_id uuid not null references record,
  delivery text not null check (delivery in ('download', 'shipment', 'order')),
  -- In smallest parts of the unit.
  quantity bigint check (quantity > 0),
  unit text,
  is_loan boolean not null default false,
  target jsonb not null default '{}',
  -- What was taken out after it had been sent stays for the log.
  is_asked boolean not null default true,

  -- What follows from the events.
  answer text check (answer in ('approved', 'rejected', 'stale', 'not_needed', 'later')),
  approved_quantity bigint,
  conditions text,
  ended text check (ended in ('withdrawn', 'terms_refused', 'revoked')),
  shipped bigint not null default 0,
  received bigint not null default 0,
  returned bigint not null default 0,
  reported_at timestamptz,
  constraint request_item_within_approved check (ended is not null or answer is distinct from 'approved' or approved_quantity is null or shipped <= approved_quantity),
  constraint request_item_returned check (returned <= received)
);
create index request_item_of_request on request_item (request_id, position);
create index request_item_of_record on request_item (record_id, id);

create table request_member (
  request_id uuid not null references request on delete cascade,
  person_id uuid not null references person,
  since timestamptz not null,
  until timestamptz,
  primary key (request_id, person_id, since)
);
create unique index request_member_now on request_member (request_id, person_id) where until is null;
create index request_member_by_person on request_member (person_id) where until is null;

-- What is held back for an item; the ledger says how much of it is still open.
create table request_reservation (
  item_id uuid not null references request_item,
  reservation_id uuid primary key references lot_reservation,
  lot_id uuid not null references lot,
  -- How much of the item it is for, in smallest parts of the item's unit; less what was shipped of it or released.
  quantity bigint not null check (quantity >= 0)
);
create index request_reservation_of_item on request_reservation (item_id);

-- Access that approved items give: computed from the events, ended and never removed.
create table entitlement (
  id uuid primary key default uuidv7(),
  item_id uuid not null references request_item,
  request_id uuid not null references request,
  person_id uuid not null references person,
  record_id uuid not null references record,
  -- Of all versions where it is null.
  version_id uuid references dataset_version,
  -- Which period of the item it is.
  period int not null,
  since timestamptz not null,
  until timestamptz,
  ended_at timestamptz,
  constraint entitlement_ordered check (ended_at is null or ended_at >= since)
);
create unique index entitlement_one on entitlement (item_id, person_id, period) where ended_at is null;
create index entitlement_by_person on entitlement (person_id, record_id) where ended_at is null;
create index entitlement_by_end on entitlement (until) where ended_at is null and until is not null;
