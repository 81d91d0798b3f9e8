-- Files that a message or a note carries; of a note, staff alone read them.
create table request_attachment (
  id uuid primary key default uuidv7(),
  request_id uuid not null,
  event_number int not null,
  object_key text not null unique,
  file_name text not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  foreign key (request_id, event_number) references request_event
);
create index request_attachment_of_event on request_attachment (request_id, event_number, id);

-- How many events the sides were told of, and when they are to be told of the rest, all in one letter.
alter table request
  add column told_count int not null default 0 check (told_count >= 0),
  add column tell_at timestamptz;
update request set told_count = event_count;
