-- The audit is read newest first and by days: its order is that of when something was done, which for what a program
-- entered later is not the order of ids. Without an index, a day of three years ago read every entry since.
create index audit_by_time on audit (at desc, id desc);
create index audit_by_action on audit (action, at desc, id desc);

drop index audit_by_actor;
create index audit_by_actor on audit (actor_id, at desc, id desc);

drop index audit_by_institution;
create index audit_by_institution on audit (institution_id, at desc, id desc);
