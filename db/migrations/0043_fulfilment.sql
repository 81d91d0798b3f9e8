-- How approved material reaches who asked: what is picked, what left, what came back, and orders that follow from requests.

-- What of a reservation was taken from its place and waits to be shipped.
create table request_pick (
  reservation_id uuid primary key references request_reservation,
  picked_at timestamptz not null,
  picked_by uuid references person
);

-- One parcel, or what somebody collected in person; the events of its request name it.
create table shipment (
  id uuid primary key default uuidv7(),
  request_id uuid not null references request,
  way text not null check (way in ('carrier', 'pick_up')),
  carrier text,
  tracking text,
  -- Who collected it in person.
  collected_by text,
  note text,
  sent_at timestamptz not null,
  sent_by uuid references person,
  received_at timestamptz,
  lost_at timestamptz,
  constraint shipment_ends_once check (received_at is null or lost_at is null),
  constraint shipment_collected check ((way = 'pick_up') = (collected_by is not null))
);
create index shipment_of_request on shipment (request_id, id);

create table shipment_line (
  id uuid primary key default uuidv7(),
  shipment_id uuid not null references shipment,
  item_id uuid not null references request_item,
  -- From which lot; none where the record has no lots.
  reservation_id uuid references request_reservation,
  lot_id uuid references lot,
  -- In smallest parts of the item's unit.
  quantity bigint not null check (quantity > 0),
  -- The same in smallest parts of the lot.
  lot_quantity bigint check (lot_quantity > 0),
  -- How much of a loan came back.
  returned bigint not null default 0,
  constraint shipment_line_returned check (returned between 0 and quantity),
  constraint shipment_line_of_lot check ((lot_id is null) = (lot_quantity is null) and (lot_id is null) = (reservation_id is null))
);
create index shipment_line_of_shipment on shipment_line (shipment_id, id);
create index shipment_line_of_item on shipment_line (item_id, id);

-- The order that an approved service became.
create table request_order (
  instrument_id uuid not null,
  order_id uuid not null,
  item_id uuid not null references request_item,
  primary key (instrument_id, order_id),
  foreign key (instrument_id, order_id) references service_order,
  constraint request_order_once unique (item_id)
);
