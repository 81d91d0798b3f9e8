-- How long an order kept its instrument busy: said with its results, and reported with it.

alter table service_order add column machine_hours numeric(7, 2) check (machine_hours >= 0);
