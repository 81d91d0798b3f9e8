-- Reports on the use of what was received, and until when they are owed.
create table use_report_duty (
  item_id uuid primary key references request_item,
  request_id uuid not null references request,
  due_at timestamptz not null
);
create index use_report_duty_of_request on use_report_duty (request_id);

create table use_report (
  id uuid primary key default uuidv7(),
  request_id uuid not null references request,
  by_id uuid not null references person,
  at timestamptz not null,
  results text not null,
  -- Each with its text, and its DOI where it has one.
  publications jsonb not null default '[]',
  patents text[] not null default '{}',
  -- Rights in plant varieties (品种权) and numbers of their examination (审定号).
  varieties text[] not null default '{}',
  -- Of a registered technology contract: its number, and its amount in 分.
  contract_number text,
  contract_fen bigint check (contract_fen > 0),
  constraint use_report_contract check (contract_fen is null or contract_number is not null)
);
create index use_report_of_request on use_report (request_id, id);
create trigger use_report_stays before update or delete on use_report for each row execute function refuse_change();

-- What of the request it is about.
create table use_report_item (
  report_id uuid not null references use_report,
  item_id uuid not null references request_item,
  record_id uuid not null references record,
  primary key (report_id, item_id)
);
create index use_report_of_record on use_report_item (record_id, report_id);
