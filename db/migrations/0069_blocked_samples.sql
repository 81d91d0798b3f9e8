-- What is blocked stays as it is until it is destroyed, and a withdrawal that was recorded by mistake is corrected.

alter table sample_event
  drop constraint sample_event_kind_check,
  add constraint sample_event_kind_check check (
    kind in ('collection', 'processing', 'freeze', 'thaw', 'ship', 'return', 'move', 'use', 'destroy', 'block', 'unblock')
  );

-- Whichever statement tries. What is on loan or was shipped comes back with what is left of it.
create function refuse_change_of_blocked() returns trigger language plpgsql as $$
begin
  raise exception 'sample % is blocked', new.id using errcode = 'check_violation', constraint = 'sample_is_blocked';
end $$;
create trigger sample_blocked_stays before update on sample
  for each row when (
    old.blocked_at is not null and new.blocked_at is not null and (
      (old.record_id, old.donor_id, old.type) is distinct from (new.record_id, new.donor_id, new.type)
      or (
        old.state not in ('out', 'shipped')
        and (
          (old.amount, old.unit, old.freeze_thaws) is distinct from (new.amount, new.unit, new.freeze_thaws)
          or (old.state <> new.state and new.state <> 'destroyed')
        )
      )
    )
  ) execute function refuse_change_of_blocked();

-- It repeats `sample_of_record`, and the primary key already makes ids unique.
alter table sample drop constraint sample_record_id_id_key;
