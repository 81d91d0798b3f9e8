-- Baskets: what somebody means to ask for, before any request is written. A person has one; a guest's is known by a
-- cookie, of which the hash is kept, and becomes the person's when they sign in.
create table basket (
  id uuid primary key default uuidv7(),
  person_id uuid references person,
  guest_hash bytea,
  -- Counts every change: what PUT is matched against.
  version int not null default 1,
  created_at timestamptz not null,
  -- When it was changed last; a guest's is forgotten after some months.
  changed_at timestamptz not null,
  constraint basket_of_person unique (person_id),
  constraint basket_of_guest unique (guest_hash),
  constraint basket_is_somebodys check (num_nonnulls(person_id, guest_hash) = 1)
);
create index basket_by_change on basket (changed_at) where guest_hash is not null;

create table basket_item (
  id uuid primary key default uuidv7(),
  basket_id uuid not null references basket on delete cascade,
  record_id uuid not null references record on delete cascade,
  delivery text not null check (delivery in ('download', 'shipment', 'order')),
  -- In smallest parts of the unit.
  quantity bigint check (quantity > 0),
  unit text,
  is_loan boolean not null default false,
  target jsonb not null default '{}',
  -- What makes two items the same thing, besides the record.
  thing text not null generated always as (md5(target::text)) stored,
  added_at timestamptz not null,
  -- Taken out, and kept a while so that it can be put back.
  removed_at timestamptz,
  constraint basket_item_once unique (basket_id, record_id, delivery, is_loan, thing),
  constraint basket_item_unit check ((quantity is null) = (unit is null))
);
create index basket_item_of_record on basket_item (record_id);
