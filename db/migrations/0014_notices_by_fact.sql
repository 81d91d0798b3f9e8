-- The inbox is in the order in which things happened, also where a queue told of them late.
drop index notice_of_person;
create index notice_of_person on notice (person_id, occurred_at desc, id desc);
