-- What the demo has written, part by part: a start that was killed goes on where it stopped, and a later one writes nothing.
create table seeded (
  part text primary key,
  -- Ids of what the part wrote, by the demo's own names.
  ids jsonb not null,
  at timestamptz not null
);
