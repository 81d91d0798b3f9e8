-- What the bytes of a file show, read once in the background: one row an object, however many versions have it.

create table file_preview (
  object_id uuid primary key references dataset_object on delete cascade,
  state text not null check (state in ('ready', 'failed', 'unsupported')),
  -- Why there is none, as a code; set unless it is ready.
  reason text,
  -- The file's ending when it was read: text with another one is read otherwise.
  extension text not null,
  facts jsonb,
  -- Names of its variables and columns, for search.
  variables text[] not null default '{}',
  -- Where it lies, in degrees WGS84.
  extent box,
  made_at timestamptz not null,
  constraint file_preview_ready_with_facts check ((state = 'ready') = (facts is not null)),
  constraint file_preview_reason check ((state = 'ready') = (reason is null))
);

create table file_preview_picture (
  object_id uuid not null references file_preview on delete cascade,
  size text not null check (size in ('small', 'large')),
  key text not null unique,
  content_type text not null,
  width int not null,
  height int not null,
  size_bytes int not null,
  primary key (object_id, size)
);

-- Bytes of pictures go with their rows: what nobody shows any more is given up, for the reaper to remove.
create function give_up_preview_picture() returns trigger
language plpgsql as $$
begin
  insert into object_intent (key, purpose, created_at) values (old.key, 'reaped', to_timestamp(0))
  on conflict (key) do update set purpose = 'reaped', created_at = to_timestamp(0);
  return old;
end
$$;
create trigger give_up_preview_picture after delete on file_preview_picture
for each row execute function give_up_preview_picture();
