-- A notice about a booking keeps the time that the booking had then: it may be moved afterwards.
alter table notice
  add column booking_starts_at timestamptz,
  add column booking_ends_at timestamptz;

-- What people were told before: the time before the first move since then, which the history has, or the present one.
update notice
set
  booking_starts_at = coalesce(
    (
      select (audit.before->>'start')::timestamptz
      from audit
      where audit.entity = 'booking'
        and audit.entity_id = notice.booking_id
        and audit.action = 'booking.change'
        and audit.before ? 'start'
        and audit.at > notice.told_at
      order by audit.id
      limit 1
    ),
    booking.starts_at
  ),
  booking_ends_at = coalesce(
    (
      select (audit.before->>'end')::timestamptz
      from audit
      where audit.entity = 'booking'
        and audit.entity_id = notice.booking_id
        and audit.action = 'booking.change'
        and audit.before ? 'end'
        and audit.at > notice.told_at
      order by audit.id
      limit 1
    ),
    booking.ends_at
  )
from booking
where booking.instrument_id = notice.instrument_id and booking.id = notice.booking_id;

alter table notice
  add constraint notice_has_booking_times check (
    (booking_id is null) = (booking_starts_at is null)
    and (booking_id is null) = (booking_ends_at is null)
  );
