-- Stock: where a bank keeps what, the lots of catalogue records, and the ledger that says how much of each there is.
-- Quantities are whole: single seeds, vials, straws, plants; milligrams of a lot in grams; microlitres of one in mL.

-- Building, room, cabinet, drawer, position: a tree of each institution.
create table place (
  id uuid primary key default uuidv7(),
  institution_id uuid not null references institution,
  -- Null at the top.
  parent_id uuid,
  type text not null,
  -- What stands on it; the codes from the top, parted by /, are its path.
  code text not null check (code <> '' and code !~ '/'),
  name_zh text,
  name_en text,
  -- A position: one thing lies there, and no place is inside it.
  holds_one boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  -- Nothing is put there or below it any more; what lies there stays.
  blocked_at timestamptz,
  blocked_by uuid references person,
  unique (institution_id, id),
  unique (id, holds_one),
  foreign key (institution_id, parent_id) references place (institution_id, id),
  constraint place_not_inside_itself check (parent_id <> id)
);
create unique index place_code_taken on place (institution_id, parent_id, upper(code)) nulls not distinct;
create index place_inside on place (parent_id) where parent_id is not null;

-- The codes from the top down to a place: `1/203/A/3/12`.
create function place_path(of_place uuid) returns text
language sql stable parallel safe
begin atomic
  with recursive up (parent_id, path, depth) as (
    select place.parent_id, place.code, 1 from place where place.id = of_place
    union all
    select place.parent_id, place.code || '/' || up.path, up.depth + 1
    from up
    join place on place.id = up.parent_id
    where up.depth < 20
  )
  select path from up where parent_id is null;
end;

create table lot (
  id uuid primary key default uuidv7(),
  -- Who keeps it: its code is of this institution, and so are its places.
  institution_id uuid not null references institution,
  record_id uuid not null references record,
  code text not null check (code <> ''),
  unit text not null check (unit in ('seed', 'gram', 'vial', 'straw', 'plant', 'millilitre')),
  -- 千粒重, in grams: without it seeds and grams of this lot are never converted.
  thousand_seed_grams numeric(13, 6) check (thousand_seed_grams > 0),
  generation int check (generation between 0 and 1000),
  origin text not null check (origin in ('received', 'harvested', 'split', 'merged')),
  -- Of a harvest: until then it is weighed, and nothing is taken.
  harvest_closed_at timestamptz,
  harvest_closed_by uuid references person,
  -- The sums of its entries: kept by `lot_entry_counts`, held by `lot_balance_is_its_entries`.
  balance bigint not null default 0,
  reserved bigint not null default 0,
  entry_count int not null default 0,
  -- Picking by the program leaves this much; staff may pass it with a reason.
  critical_reserve bigint not null default 0 check (critical_reserve >= 0),
  -- The most that one request is given.
  request_max bigint check (request_max > 0),
  -- Whether it may be asked for.
  is_offered boolean not null default true,
  note text,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  -- Used up, merged, lost: it stays, and nothing is entered any more.
  frozen_at timestamptz,
  frozen_by uuid references person,
  frozen_reason text,
  constraint lot_not_overdrawn check (balance >= 0),
  constraint lot_reserved_is_there check (reserved between 0 and balance),
  constraint lot_frozen_with_reason check ((frozen_at is null) = (frozen_reason is null)),
  constraint lot_closed_is_harvest check (harvest_closed_at is null or origin = 'harvested')
);
create unique index lot_code_taken on lot (institution_id, upper(code));
create index lot_of_record on lot (record_id);
create index lot_by_code on lot (upper(code));
create index lot_in_order on lot (code, id);

-- What a lot was harvested from, split off, or merged of.
create table lot_parent (
  lot_id uuid not null references lot,
  parent_id uuid not null references lot,
  primary key (lot_id, parent_id),
  constraint lot_not_its_own_parent check (lot_id <> parent_id)
);
create index lot_parent_of on lot_parent (parent_id);

-- Where a lot lies. Apart from the lot, so that samples can share the places later, one thing in a position.
create table placement (
  lot_id uuid primary key references lot,
  place_id uuid not null,
  holds_one boolean not null,
  foreign key (place_id, holds_one) references place (id, holds_one) on update cascade
);
create unique index place_taken on placement (place_id) where holds_one;
create index placement_at on placement (place_id);

-- What is held back for somebody; `open` is what of it was neither released nor shipped.
create table lot_reservation (
  id uuid primary key default uuidv7(),
  lot_id uuid not null references lot,
  purpose text not null,
  open bigint not null default 0,
  made_at timestamptz not null,
  made_by uuid references person,
  unique (lot_id, id),
  constraint lot_reservation_not_overdrawn check (open >= 0)
);
create index lot_reservation_open on lot_reservation (lot_id) where open > 0;

-- The ledger: one line for each thing that happened to a lot, never changed. A mistake is put right by a further line.
create table lot_entry (
  id uuid primary key default uuidv7(),
  lot_id uuid not null references lot,
  -- Its line in the lot's ledger. This and what the sums came to is written by `count_lot_entry`.
  number int not null default 0,
  kind text not null check (
    kind in ('in', 'out', 'adjust', 'test_consumed', 'regenerate', 'discard', 'reserve', 'release', 'ship', 'return')
  ),
  -- By how much the balance changed, and by how much what is held back.
  change bigint not null,
  held bigint not null default 0,
  -- What they came to, and the critical reserve at that moment.
  balance bigint not null default 0,
  reserved bigint not null default 0,
  critical_reserve bigint not null default 0,
  -- Staff took of the critical reserve, and say why.
  passes_reserve boolean not null default false,
  reason text,
  -- Of a stock-take: what was there, and what should have been.
  counted bigint check (counted >= 0),
  expected bigint check (expected >= 0),
  reservation_id uuid,
  -- The lot that it came from or went to.
  other_lot_id uuid references lot,
  at timestamptz not null,
  by uuid references person,
  unique (lot_id, number),
  foreign key (lot_id, reservation_id) references lot_reservation (lot_id, id),
  constraint lot_entry_in_its_direction check (
    case kind
      when 'in' then change > 0 and held = 0
      when 'return' then change > 0 and held = 0
      when 'adjust' then held = 0
      when 'reserve' then change = 0 and held > 0
      when 'release' then change = 0 and held < 0
      when 'ship' then change < 0 and held in (0, change)
      else change < 0 and held = 0
    end
  ),
  constraint lot_entry_counted check (
    num_nonnulls(counted, expected) = case when kind = 'adjust' then 2 else 0 end
    and (kind <> 'adjust' or change = counted - expected)
  ),
  constraint lot_entry_of_reservation check ((held = 0) = (reservation_id is null)),
  constraint lot_reserve_passed_with_reason check (not passes_reserve or reason is not null),
  -- What can be picked is the balance without what is held back: taking of it stops at the critical reserve.
  constraint lot_reserve_kept check (
    passes_reserve or kind = 'adjust' or change - held >= 0 or balance - reserved >= critical_reserve
  )
);
create index lot_entry_about_other on lot_entry (other_lot_id) where other_lot_id is not null;
create trigger lot_entry_stays before update or delete on lot_entry for each row execute function refuse_change();

-- An entry counts at once, whoever writes it: the lot's row is locked by it until the end of the transaction.
create function count_lot_entry() returns trigger language plpgsql as $$
begin
  update lot
  set balance = lot.balance + new.change,
    reserved = lot.reserved + new.held,
    entry_count = lot.entry_count + 1,
    version = lot.version + 1
  where lot.id = new.lot_id and lot.frozen_at is null
  returning lot.entry_count, lot.balance, lot.reserved, lot.critical_reserve
  into new.number, new.balance, new.reserved, new.critical_reserve;
  if not found then
    raise exception 'lot % is frozen', new.lot_id using errcode = 'check_violation', constraint = 'lot_is_frozen';
  end if;
  if new.reservation_id is not null then
    update lot_reservation set open = open + new.held where id = new.reservation_id;
  end if;
  return new;
end
$$;
create trigger lot_entry_counts before insert on lot_entry for each row execute function count_lot_entry();

-- And the sums are never anything else, whoever changes them.
create function check_lot_balance() returns trigger language plpgsql as $$
begin
  if exists (
    select
    from lot
    cross join lateral (
      select count(*) as entries, coalesce(sum(change), 0) as balance, coalesce(sum(held), 0) as reserved
      from lot_entry
      where lot_entry.lot_id = lot.id
    ) total
    cross join lateral (
      select coalesce(sum(open), 0) as reserved from lot_reservation where lot_reservation.lot_id = lot.id
    ) held
    where lot.id = new.id
      and (lot.entry_count, lot.balance, lot.reserved, lot.reserved)
        is distinct from (total.entries, total.balance, total.reserved, held.reserved)
  ) then
    raise exception 'the balance of lot % is not the sum of its entries', new.id
      using errcode = 'check_violation', constraint = 'lot_balance_is_its_entries';
  end if;
  return null;
end
$$;
create constraint trigger lot_balance_is_its_entries
  after insert or update of balance, reserved, entry_count on lot
  deferrable initially deferred
  for each row execute function check_lot_balance();
