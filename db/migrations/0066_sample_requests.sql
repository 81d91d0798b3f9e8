-- Samples for requests: which tubes are held for whom, and that nothing of a donor who withdrew leaves any more.

create table request_sample (
  id uuid primary key default uuidv7(),
  item_id uuid not null references request_item,
  sample_id uuid not null references sample,
  reserved_at timestamptz not null,
  reserved_by uuid references person,
  picked_at timestamptz,
  picked_by uuid references person,
  -- With what it left, and how much was in it.
  shipment_id uuid references shipment,
  sent_amount numeric(14, 3) check (sent_amount >= 0),
  -- Let go of before it left, brought back from a loan, or stopped because its donor withdrew.
  ended_as text check (ended_as in ('released', 'returned', 'blocked')),
  ended_at timestamptz,
  ended_by uuid references person,
  returned_amount numeric(14, 3) check (returned_amount between 0 and sent_amount),
  constraint request_sample_sent check ((shipment_id is null) = (sent_amount is null)),
  constraint request_sample_sent_was_picked check (shipment_id is null or picked_at is not null),
  constraint request_sample_ended check ((ended_as is null) = (ended_at is null)),
  constraint request_sample_returned check (
    case ended_as when 'returned' then shipment_id is not null and returned_amount is not null
    else ended_as is null or shipment_id is null end
  )
);
-- A sample is held for one item alone, and what was shipped is held for good.
create unique index sample_held_once on request_sample (sample_id) where ended_at is null;
create index request_sample_of_item on request_sample (item_id, id);
create index request_sample_of_sample on request_sample (sample_id, id);
create index request_sample_of_shipment on request_sample (shipment_id, id) where shipment_id is not null;

-- The sample is locked, so that a withdrawal that is being written comes first or waits.
create function refuse_blocked_sample() returns trigger language plpgsql as $$
begin
  if (select blocked_at is not null from sample where id = new.sample_id for share) then
    raise exception 'sample % is blocked', new.sample_id using errcode = 'check_violation', constraint = 'sample_is_blocked';
  end if;
  return new;
end $$;
create trigger request_sample_is_free before insert on request_sample
  for each row execute function refuse_blocked_sample();
create trigger request_sample_may_move before update of picked_at, shipment_id on request_sample
  for each row when (
    (new.picked_at is not null and old.picked_at is null) or (new.shipment_id is not null and old.shipment_id is null)
  ) execute function refuse_blocked_sample();

-- Neither does it leave by any other way.
create function refuse_leaving_blocked() returns trigger language plpgsql as $$
begin
  raise exception 'sample % is blocked', new.id using errcode = 'check_violation', constraint = 'sample_is_blocked';
end $$;
create trigger sample_leaves_unblocked before update of state on sample
  for each row when (new.blocked_at is not null and new.state in ('out', 'shipped') and old.state = 'stored')
  execute function refuse_leaving_blocked();

-- What is made of a donor who withdrew, or of what is blocked, is blocked from the beginning.
create function block_sample_of_withdrawn() returns trigger language plpgsql as $$
begin
  new.blocked_at := coalesce(new.blocked_at, (select withdrawn_at from donor where id = new.donor_id for share));
  return new;
end $$;
create trigger sample_of_withdrawn before insert or update of donor_id on sample
  for each row when (new.donor_id is not null) execute function block_sample_of_withdrawn();

create function block_sample_of_blocked() returns trigger language plpgsql as $$
declare
  since timestamptz := (select blocked_at from sample where id = new.parent_id for share);
begin
  if since is not null then
    update sample set blocked_at = since where id = new.sample_id and blocked_at is null;
  end if;
  return null;
end $$;
create trigger sample_parent_blocks after insert on sample_parent
  for each row execute function block_sample_of_blocked();
