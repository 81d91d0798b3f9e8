-- Boxes: in which order they are filled, where withdrawn samples wait, and what was done last.
alter table place
  -- Which well is filled after the last one: its right neighbour, or the one below.
  add column fill_order text not null default 'rows' check (fill_order in ('rows', 'columns')),
  -- Samples of withdrawn donors are put nowhere else; holds for all inside.
  add column awaits_destruction boolean not null default false;

-- The last thing that somebody did at a box, for its undoing: where each sample was, and where it went.
create table placement_step (
  place_id uuid not null references place,
  person_id uuid not null references person,
  at timestamptz not null,
  moves jsonb not null,
  primary key (place_id, person_id)
);
