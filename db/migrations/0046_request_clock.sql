-- The clock of requests: when each is looked at again, and what people were told of it.

-- Working days until an answer is due, by the kind of what is asked for; where it says nothing, `answer_days`.
alter table request_provider add column answer_days_by_kind jsonb not null default '{}';

-- From when on a reminder, an escalation or an end may be due. What happens to a request is looked at at once.
alter table request add column wakes_at timestamptz not null default '-infinity';
create index request_to_wake on request (wakes_at, id);
create function wake_request() returns trigger language plpgsql as $$
begin
  new.wakes_at := '-infinity';
  return new;
end $$;
create trigger request_wakes before update on request for each row
  when (old.event_count is distinct from new.event_count) execute function wake_request();

-- What the clock did for a request and what it told people, each once. Late, the last of a series stands for those before it.
create table request_deed (
  request_id uuid not null references request on delete cascade,
  kind text not null,
  -- What of the request it is about, such as a turn's begin or an item and its end.
  about text not null,
  step text not null,
  at timestamptz not null,
  primary key (request_id, kind, about, step)
);
