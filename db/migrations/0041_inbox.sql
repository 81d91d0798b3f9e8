-- What people have not read yet of what they were told, and a number by which open pages learn of news.

create table inbox (
  person_id uuid primary key references person on delete cascade,
  -- Grows with every notice and every reading, one transaction after the other: whoever knows of revision n misses
  -- nothing by asking for what came after it.
  revision bigint not null
);

alter table notice
  -- Null: not yet read.
  add column read_at timestamptz,
  -- The inbox's as it was told, set by `notice_is_numbered`; 0 for what was told before there was one.
  add column revision bigint not null default 0;
-- What was told before is no news.
update notice set read_at = told_at;
create index notice_unread on notice (person_id) where read_at is null;
create index notice_by_revision on notice (person_id, revision);

create function number_notice() returns trigger language plpgsql as $$
begin
  insert into inbox as known (person_id, revision) values (new.person_id, 1)
  on conflict (person_id) do update set revision = known.revision + 1
  returning revision into new.revision;
  return new;
end $$;
create trigger notice_is_numbered before insert on notice for each row execute function number_notice();

-- Processes that listen hear of it when the transaction has committed. Where none can, behind a pooler of transactions,
-- nothing is lost: they look now and then.
create function wake_person() returns trigger language plpgsql as $$
begin
  perform pg_notify('hexi_person', coalesce(new.person_id, old.person_id)::text);
  return null;
end $$;
create trigger inbox_wakes after insert or update on inbox for each row execute function wake_person();
-- What is answered for hours to somebody who signed out has to end at once.
create trigger session_end_wakes after delete on session for each row execute function wake_person();
create trigger token_end_wakes after update of revoked_at on access_token for each row execute function wake_person();
