-- When whoever was given a role was told of the requests that wait for them. Who has one already knows of them.
alter table role_grant add column told_at timestamptz;
update role_grant set told_at = created_at;
create index role_grant_to_tell on role_grant (id) where told_at is null;
create index request_claimed_by on request (claimed_by) where claimed_by is not null;
