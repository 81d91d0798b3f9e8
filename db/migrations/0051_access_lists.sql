-- Access of a person, whatever became of it, the newest first; and what a request gives now, for each of its commands.
create index entitlement_of_person on entitlement (person_id, id desc);
create index entitlement_of_request on entitlement (request_id) where ended_at is null;
