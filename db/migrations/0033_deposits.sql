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
