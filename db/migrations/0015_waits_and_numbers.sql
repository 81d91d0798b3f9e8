-- What somebody waits for is booked as they asked for it.
alter table waitlist_entry
  add column planned_samples int check (planned_samples >= 0),
  add column assisted boolean not null default false;

-- The last number of each year, of all instruments together: nobody sees two orders of one number. A row rather than a
-- sequence, so that a refused order leaves no gap. Numbers that were given stay.
create table order_numbering (
  year int primary key,
  last int not null check (last > 0)
);

insert into order_numbering (year, last)
select split_part(number, '-', 1)::int, max(split_part(number, '-', 2)::int)
from service_order
group by 1;
