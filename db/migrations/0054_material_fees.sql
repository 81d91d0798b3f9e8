-- What material costs, for each unit: of one record, of a collection and what is in it, or of all of an institution.
create table material_fee (
  id uuid primary key default uuidv7(),
  institution_id uuid not null references institution,
  record_id uuid references record,
  unit text not null check (unit in ('seed', 'gram', 'vial', 'straw', 'plant', 'millilitre', 'sample')),
  -- 分 by audience, as those of services.
  prices jsonb not null check (jsonb_typeof(prices) = 'object'),
  note text,
  created_at timestamptz not null,
  created_by uuid references person,
  ended_at timestamptz,
  ended_by uuid references person
);
create unique index material_fee_taken on material_fee (institution_id, record_id, unit) nulls not distinct
  where ended_at is null;
create index material_fee_of_record on material_fee (record_id) where ended_at is null and record_id is not null;

-- The price of an item as it was when it was approved. Without a row nothing is charged.
create table request_fee (
  item_id uuid primary key references request_item on delete cascade,
  -- Of one unit of the item.
  price_fen bigint not null check (price_fen >= 0),
  -- 成本费: of human material no more than its cost is asked for.
  is_cost boolean not null,
  fixed_at timestamptz not null,
  waived_at timestamptz,
  waived_by uuid references person,
  waiver_reason text,
  constraint request_fee_waived check ((waived_at is null) = (waiver_reason is null))
);

-- What was shipped is charged as uses of instruments are: `instrument_id` is then the record that it is of.
alter table charge drop constraint charge_instrument_id_fkey;
alter table charge add constraint charge_record_fkey foreign key (instrument_id) references record;
alter table charge add column shipment_id uuid references shipment;
alter table charge add column item_id uuid references request_item;
alter table charge drop constraint charge_cause_check;
alter table charge add constraint charge_cause_check
  check (cause in ('use', 'late_cancel', 'no_show', 'waiver', 'order', 'material', 'correction'));
alter table charge drop constraint charge_of_something;
alter table charge add constraint charge_of_something check (num_nonnulls(booking_id, order_id, shipment_id) = 1);
alter table charge add constraint charge_of_item check ((shipment_id is null) = (item_id is null));
create unique index charge_of_shipment_once on charge (instrument_id, shipment_id, item_id, cause) where cause <> 'correction';
