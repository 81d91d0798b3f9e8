-- Deposit of project data: who makes a dataset's draft without being a curator, and with whom it is deposited.

alter table record
  -- Who made it as a package of a deposit; with the members of the lab, they write it until it is submitted.
  add column depositor_id uuid references person,
  add column depositing_lab_id uuid references lab,
  -- Since when it is in check: its depositors only read it then.
  add column deposit_submitted_at timestamptz,
  -- The centre that it was passed on to: its curators keep the record, as those of its institution do.
  add column deposited_with_id uuid references institution,
  add constraint record_deposited_dataset check (
    kind = 'dataset'
    or coalesce(depositor_id, depositing_lab_id, deposited_with_id) is null and deposit_submitted_at is null
  );
create index record_of_depositor on record (depositor_id) where depositor_id is not null;
create index record_of_depositing_lab on record (depositing_lab_id) where depositing_lab_id is not null;
create index record_deposited_with on record (deposited_with_id) where deposited_with_id is not null;

-- Institutions that receive deposits, and how their receipts are numbered.
create table deposit_centre (
  institution_id uuid primary key references institution,
  -- Begins the numbers of its receipts.
  code text not null check (code ~ '^[A-Z0-9]{2,12}$'),
  check_days int not null default 10 check (check_days between 1 and 60),
  created_at timestamptz not null,
  constraint deposit_centre_code_taken unique (code)
);

-- Days on which no work is done though they are no weekend, and weekend days on which it is (`works`).
create table deposit_holiday (
  day date primary key,
  name text not null,
  works boolean not null default false
);
insert into deposit_holiday (day, name, works)
select day::date, '元旦', false from generate_series('2026-01-01'::date, '2026-01-03', '1 day') day union all
select day::date, '春节', false from generate_series('2026-02-15'::date, '2026-02-23', '1 day') day union all
select day::date, '清明节', false from generate_series('2026-04-04'::date, '2026-04-06', '1 day') day union all
select day::date, '劳动节', false from generate_series('2026-05-01'::date, '2026-05-05', '1 day') day union all
select day::date, '端午节', false from generate_series('2026-06-19'::date, '2026-06-21', '1 day') day union all
select day::date, '中秋节', false from generate_series('2026-09-25'::date, '2026-09-27', '1 day') day union all
select day::date, '国庆节', false from generate_series('2026-10-01'::date, '2026-10-07', '1 day') day union all
select day, '元旦', false from unnest(array['2027-01-01'::date]) day union all
select day, '调休上班', true from unnest(array[
  '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'
]::date[]) day;

-- What a package consists of. GB/T 39912-2021 names its parts; a centre changes the list here.
create table deposit_part (
  code text primary key check (code ~ '^[a-z][a-z_]{1,39}$'),
  name_zh text not null,
  name_en text not null,
  needed boolean not null,
  position int not null
);
insert into deposit_part (code, name_zh, name_en, needed, position) values
  ('data', '数据实体', 'The data themselves', true, 1),
  ('description', '数据说明文档', 'Description of the data', true, 2),
  ('methods', '采集与处理方法', 'How they were collected and processed', true, 3),
  ('quality', '质量控制说明', 'Quality control', true, 4),
  ('software', '读取与处理所需的软件、代码', 'Software and code needed to read and process them', false, 5),
  ('rights', '权属与授权声明', 'Statement of rights', false, 6);

-- A funded project that deposits its data, and with which centre.
create table deposit_project (
  id uuid primary key default uuidv7(),
  title_zh text,
  title_en text,
  funder text not null,
  award_number text not null,
  -- Carries the project: its curators check first.
  institution_id uuid not null references institution,
  centre_id uuid not null references deposit_centre,
  lab_id uuid references lab,
  -- As on the award; who deposits has an account.
  leader text not null,
  depositor_id uuid not null references person,
  acceptance_on date,
  created_at timestamptz not null,
  version int not null default 1,
  constraint deposit_project_titled check (coalesce(title_zh, title_en) is not null),
  constraint deposit_project_award_taken unique (institution_id, award_number)
);
create index deposit_project_of_depositor on deposit_project (depositor_id);
create index deposit_project_of_lab on deposit_project (lab_id) where lab_id is not null;
create index deposit_project_of_centre on deposit_project (centre_id);

-- What the plan of a project promises, and how far its package is. `state` is in step with the package.
create table deposit_item (
  id uuid primary key default uuidv7(),
  project_id uuid not null references deposit_project,
  position int not null,
  title_zh text,
  title_en text,
  data_kind text not null check (
    data_kind in ('observation', 'experiment', 'survey', 'simulation', 'imagery', 'sample', 'derived', 'other')
  ),
  size_gb double precision check (size_gb > 0),
  due_on date not null,
  grade text not null check (grade in ('core', 'important', 'general')),
  sharing text not null check (sharing in ('open', 'registered', 'on_request', 'closed')),
  embargo_until date,
  state text not null default 'promised' check (
    state in ('promised', 'draft', 'unit_check', 'centre_check', 'returned', 'receipted', 'ended')
  ),
  -- The dataset that its package is; none before it is begun.
  record_id uuid unique references record,
  begun_at timestamptz,
  submitted_at timestamptz,
  -- Since when it is with the centre, and the end of the last day that the centre has.
  passed_at timestamptz,
  check_until timestamptz,
  ended_at timestamptz,
  ended_reason text,
  due_told_at timestamptz,
  late_told_at timestamptz,
  overrun_told_at timestamptz,
  version int not null default 1,
  constraint deposit_item_titled check (coalesce(title_zh, title_en) is not null),
  constraint deposit_item_grade_shared check (
    grade <> 'core' or sharing = 'closed'
  ),
  constraint deposit_item_important_not_open check (grade <> 'important' or sharing <> 'open'),
  constraint deposit_item_begun check (
    (record_id is null and begun_at is null) or (record_id is not null and begun_at is not null)
  ),
  constraint deposit_item_with_centre check (state <> 'centre_check' or (passed_at is not null and check_until is not null)),
  constraint deposit_item_ended_with_reason check ((state = 'ended') = (ended_reason is not null))
);
create index deposit_item_of_project on deposit_item (project_id, position);
create index deposit_item_by_due on deposit_item (due_on, id);
create index deposit_item_in_check on deposit_item (check_until) where state = 'centre_check';

-- Where each part of a package is: a file, or a sentence.
create table deposit_item_part (
  item_id uuid not null references deposit_item on delete cascade,
  part text not null references deposit_part,
  note text not null,
  primary key (item_id, part)
);

-- What a checker asks to be changed, and what the depositor did about it.
create table deposit_remark (
  id uuid primary key default uuidv7(),
  item_id uuid not null references deposit_item,
  -- What it is about: a field, a file, a part; the package as a whole where it is null.
  about text,
  text text not null,
  made_at timestamptz not null,
  made_by uuid references person,
  made_for text not null check (made_for in ('unit', 'centre')),
  answer text,
  answered_at timestamptz,
  answered_by uuid references person,
  constraint deposit_remark_answered check ((answer is null) = (answered_at is null))
);
create index deposit_remark_of_item on deposit_remark (item_id, id);

-- The last number of a centre's receipts in a year: taken in the transaction that issues one, so that none is missing.
create table deposit_numbering (
  centre_id uuid not null references deposit_centre,
  year int not null,
  last int not null,
  primary key (centre_id, year)
);

-- 汇交凭证: what was received, as it was then. Never changed.
create table deposit_receipt (
  number text primary key,
  centre_id uuid not null references deposit_centre,
  year int not null,
  serial int not null,
  item_id uuid not null references deposit_item,
  issued_at timestamptz not null,
  issued_by uuid references person,
  -- Names and titles as they were.
  said jsonb not null,
  grade text not null,
  file_count int not null,
  size_bytes bigint not null,
  -- One line per file in the order of names: SHA-256, two spaces, name. As `sha256sum` has it.
  manifest text not null,
  manifest_sha256 text not null check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  constraint deposit_receipt_numbered unique (centre_id, year, serial),
  constraint deposit_receipt_one unique (item_id)
);
create function keep_receipts() returns trigger
language plpgsql as $$
begin
  raise exception 'a receipt is never changed' using errcode = 'check_violation', constraint = 'deposit_receipt_kept';
end
$$;
create trigger keep_receipts before update or delete on deposit_receipt
for each row execute function keep_receipts();
