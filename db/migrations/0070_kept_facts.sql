-- Counts of collections as they are published: made at most once a day of each collection, read instead of its samples.

create table fact_kept (
  record_id uuid primary key references record on delete cascade,
  counted_at timestamptz not null,
  -- Samples that are alike: [type, age, year, [diagnoses], samples of no donor, samples of donors].
  samples json not null,
  -- For each of these the numbers of its donors, four bytes each, once for each sample.
  sample_donors bytea not null,
  -- Donors that are alike: [sex, [diagnoses], donors]; and their numbers.
  donors json not null,
  donor_numbers bytea not null,
  -- By their numbers, from 0.
  donor_ids uuid[] not null,
  -- Cells of the tables that are asked for most, without filters, by their dimensions.
  tables json not null
);
-- Not compressed: it would cost more time than it saves.
alter table fact_kept
  alter column sample_donors set storage external,
  alter column donor_numbers set storage external,
  alter column donor_ids set storage external;

-- Whose samples have changed since; null: those of no donor. Rows are only added, so that nobody waits for anybody, and
-- deleted by whoever counts anew and has seen the change.
create table fact_change (
  record_id uuid not null,
  donor_id uuid,
  is_withdrawal boolean not null
);
create index fact_change_of_record on fact_change (record_id, donor_id);

create function note_samples_added() returns trigger language plpgsql as $$
begin
  insert into fact_change (record_id, donor_id, is_withdrawal)
    select distinct record_id, donor_id, false from added
    where blocked_at is null and state in ('stored', 'out');
  return null;
end $$;
create trigger sample_added_is_counted after insert on sample
  referencing new table as added for each statement execute function note_samples_added();
create trigger sample_deleted_is_counted after delete on sample
  referencing old table as added for each statement execute function note_samples_added();

create function note_samples_changed() returns trigger language plpgsql as $$
begin
  insert into fact_change (record_id, donor_id, is_withdrawal)
    select one.record_id, one.donor_id, bool_or(old_rows.blocked_at is null and new_rows.blocked_at is not null)
    from old_rows
    join new_rows on new_rows.id = old_rows.id
    cross join lateral (values (old_rows.record_id, old_rows.donor_id), (new_rows.record_id, new_rows.donor_id))
      as one (record_id, donor_id)
    where (old_rows.record_id, old_rows.donor_id, old_rows.type, old_rows.year, old_rows.age_years, old_rows.diagnoses,
        old_rows.blocked_at is null, old_rows.state in ('stored', 'out'))
      is distinct from (new_rows.record_id, new_rows.donor_id, new_rows.type, new_rows.year, new_rows.age_years, new_rows.diagnoses,
        new_rows.blocked_at is null, new_rows.state in ('stored', 'out'))
    group by one.record_id, one.donor_id;
  return null;
end $$;
create trigger sample_changed_is_counted after update on sample
  referencing old table as old_rows new table as new_rows for each statement execute function note_samples_changed();

-- Also of who has no samples left: they may have had some when they were counted.
create function note_donors_changed() returns trigger language plpgsql as $$
begin
  insert into fact_change (record_id, donor_id, is_withdrawal)
    select new_rows.record_id, new_rows.id, old_rows.withdrawn_at is null and new_rows.withdrawn_at is not null
    from old_rows
    join new_rows on new_rows.id = old_rows.id
    where (old_rows.sex, old_rows.diagnoses, old_rows.withdrawn_at)
      is distinct from (new_rows.sex, new_rows.diagnoses, new_rows.withdrawn_at);
  return null;
end $$;
create trigger donor_changed_is_counted after update on donor
  referencing old table as old_rows new table as new_rows for each statement execute function note_donors_changed();

-- Chapters of diseases are told apart by the program now.
drop index sample_counted;
alter table sample drop column chapters;
alter table donor drop column chapters;
drop function disease_chapters;
create index sample_counted on sample (record_id, donor_id, type, year, age_years) include (diagnoses)
  where blocked_at is null and state in ('stored', 'out');

-- What is there already is counted by the next run.
insert into fact_change (record_id, donor_id, is_withdrawal) select distinct record_id, null::uuid, false from sample;
