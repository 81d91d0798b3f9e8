-- The audit is read newest first and by days: its order is that of when something was done, which for what a program
-- entered later is not the order of ids. Without an index, a day of three years ago read every entry since.
create index audit_by_time on audit (at desc, id desc);
create index audit_by_action on audit (action, at desc, id desc);

drop index audit_by_actor;
create index audit_by_actor on audit (actor_id, at desc, id desc);

drop index audit_by_institution;
create index audit_by_institution on audit (institution_id, at desc, id desc);

-- Below zero is a minus sign, not a hyphen; codes stay.
update vocabulary_term set label_en = '−18 °C to −35 °C'
where vocabulary = 'miabis_storage_temperature' and code = '-18to-35' and label_en = '-18 °C to -35 °C';
update vocabulary_term set label_en = '−60 °C to −85 °C'
where vocabulary = 'miabis_storage_temperature' and code = '-60to-85' and label_en = '-60 °C to -85 °C';
update vocabulary_term set label_en = 'Below −135 °C'
where vocabulary = 'miabis_storage_temperature' and code = 'below-135' and label_en = '<-135 °C';
