-- When those who decide requests are away from an institution, in whole days of Asia/Shanghai, and who acts for them.
create table steward_absence (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  institution_id uuid not null references institution,
  from_day date not null,
  until_day date not null,
  -- Nobody: others who decide go on by themselves.
  delegate_id uuid references person,
  created_at timestamptz not null,
  -- Ended before its last day, or called off.
  ended_at timestamptz,
  version int not null default 1,
  constraint steward_absence_ordered check (until_day >= from_day),
  constraint steward_absence_other check (delegate_id <> person_id),
  constraint steward_absence_once exclude using gist (
    person_id with =,
    institution_id with =,
    daterange(from_day, until_day, '[]') with &&
  ) where (ended_at is null)
);
create index steward_absence_of_person on steward_absence (person_id, id desc);
create index steward_absence_of_delegate on steward_absence (delegate_id, id desc) where delegate_id is not null;
create index steward_absence_of_institution on steward_absence (institution_id, id desc);

-- For whom somebody acts, and about what: each role of who is away, while both still belong to the institution.
create view standing_in as
select absence.delegate_id, absence.person_id, role_grant.institution_id, role_grant.collection_id,
  absence.from_day, absence.until_day
from steward_absence absence
join person on person.id = absence.person_id and person.disabled_at is null
join role_grant on role_grant.person_id = absence.person_id
left join record on record.id = role_grant.collection_id
where absence.ended_at is null
  and coalesce(role_grant.institution_id, record.institution_id) = absence.institution_id
  and (
    exists (
      select from membership
      where membership.person_id = absence.delegate_id and membership.institution_id = absence.institution_id
        and membership.approved_at is not null
    )
    or exists (
      select from role_grant own
      left join record kept on kept.id = own.collection_id
      where own.person_id = absence.delegate_id
        and coalesce(own.institution_id, kept.institution_id) = absence.institution_id
    )
  );
