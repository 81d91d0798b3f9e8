-- Money: what the use of instruments costs, who owes it, and what pays for it. All of it in integer 分 (fen).
-- `instrument_id` is part of every unique key of what belongs to an instrument.

-- Prices of an instrument, version by version. Of those that hold at a moment the one that began last counts.
create table rate_card (
  instrument_id uuid not null references instrument on delete cascade,
  version int not null check (version > 0),
  -- As src/charges/model/rates.ts has it.
  rates jsonb not null check (jsonb_typeof(rates) = 'object'),
  valid_from timestamptz not null,
  note text,
  created_at timestamptz not null,
  created_by uuid references person,
  primary key (instrument_id, version)
);

-- What is written here stays as it was written: a mistake is put right by a further row.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed: write a further row', tg_table_name;
end
$$;

-- One thing that is owed, or no longer owed: a use, a fee, a service order, a waiver, a correction.
create table charge (
  instrument_id uuid not null references instrument,
  id uuid not null default uuidv7(),
  cause text not null check (cause in ('use', 'late_cancel', 'no_show', 'waiver', 'order', 'correction')),
  -- What it is for.
  booking_id uuid,
  order_id uuid,
  -- The charge that a waiver or a correction is about.
  about_id uuid,
  -- Whose instrument it is: who is paid.
  institution_id uuid not null references institution,
  person_id uuid not null references person,
  -- Who pays; without a lab it is the person.
  lab_id uuid references lab,
  amount_fen bigint not null,
  -- [{code, quantity, minutes, unit, unitPriceFen, amountFen, why}]: how the amount came about.
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  policy_version int,
  rate_version int,
  -- When what it is for came about, and that moment's month by the instrument's clock: `2026-11`.
  at timestamptz not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  reason text,
  made_at timestamptz not null,
  made_by uuid references person,
  primary key (instrument_id, id),
  foreign key (instrument_id, booking_id) references booking,
  foreign key (instrument_id, about_id) references charge,
  constraint charge_about check ((cause in ('waiver', 'correction')) = (about_id is not null)),
  constraint charge_of_something check (num_nonnulls(booking_id, order_id) = 1),
  constraint charge_only_less check (case when cause = 'waiver' then amount_fen <= 0 else cause = 'correction' or amount_fen >= 0 end)
);
create index charge_by_id on charge (id);
create unique index charge_of_booking_once on charge (instrument_id, booking_id, cause) where cause <> 'correction';
create unique index charge_of_order_once on charge (instrument_id, order_id, cause) where cause <> 'correction';
create index charge_about_other on charge (instrument_id, about_id) where about_id is not null;
create index charge_of_lab on charge (lab_id, month) where lab_id is not null;
create index charge_of_instrument on charge (instrument_id, at);
create trigger charge_stays before update or delete on charge for each row execute function refuse_change();

-- What a lab owes an institution for a month, once it was told: never changed.
-- What comes about later for that month is in the next one.
create table statement (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  institution_id uuid not null references institution,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  total_fen bigint not null,
  line_count int not null check (line_count > 0),
  issued_at timestamptz not null,
  issued_by uuid references person,
  constraint statement_issued_once unique (lab_id, institution_id, month)
);
create index statement_of_institution on statement (institution_id, month);
create trigger statement_stays before update or delete on statement for each row execute function refuse_change();

create table statement_line (
  instrument_id uuid not null,
  charge_id uuid not null,
  statement_id uuid not null references statement,
  primary key (instrument_id, charge_id),
  foreign key (instrument_id, charge_id) references charge
);
create index statement_line_of_statement on statement_line (statement_id);
create trigger statement_line_stays before update or delete on statement_line for each row execute function refuse_change();

-- Innovation vouchers (创新券): what somebody gives a lab towards its statements.
create table voucher (
  id uuid primary key default uuidv7(),
  code text not null,
  title_zh text,
  title_en text,
  institution_id uuid not null references institution,
  lab_id uuid not null references lab,
  face_fen bigint not null check (face_fen > 0),
  balance_fen bigint not null,
  -- How much of what is due it pays at once: a share of it, or up to a sum; and never more than the cap.
  cover_percent int check (cover_percent between 1 and 100),
  cover_fen bigint check (cover_fen > 0),
  cap_fen bigint check (cap_fen > 0),
  valid_from date not null,
  valid_to date not null,
  created_at timestamptz not null,
  created_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  constraint voucher_named check (coalesce(title_zh, title_en) is not null),
  constraint voucher_covers check (num_nonnulls(cover_percent, cover_fen) = 1),
  constraint voucher_in_order check (valid_from <= valid_to),
  constraint voucher_not_overdrawn check (balance_fen between 0 and face_fen)
);
create unique index voucher_code_taken on voucher (upper(code));
create index voucher_of_lab on voucher (lab_id);
create index voucher_of_institution on voucher (institution_id);

-- What of a statement a voucher paid; once each.
create table tender (
  id uuid primary key default uuidv7(),
  statement_id uuid not null references statement,
  voucher_id uuid not null references voucher,
  amount_fen bigint not null check (amount_fen > 0),
  at timestamptz not null,
  by uuid references person,
  constraint tender_once unique (statement_id, voucher_id)
);
create index tender_of_voucher on tender (voucher_id);
create trigger tender_stays before update or delete on tender for each row execute function refuse_change();
