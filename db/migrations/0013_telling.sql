-- People are told of more than bookings: each notice keeps what it is about, and its subject as it was told.

alter table notice drop constraint notice_pkey;
alter table notice add primary key (id);
alter table notice
  alter column instrument_id drop not null,
  alter column booking_id drop not null,
  -- The booking, or the fact that some area noted once: a job that runs twice tells once.
  add column fact_id uuid,
  add column subject_zh text,
  add column subject_en text,
  -- The page that it is about.
  add column path text;

update notice
set
  fact_id = notice.booking_id,
  subject_zh = kind.zh || '：' || coalesce(record.title_zh, record.title_en, ''),
  subject_en = kind.en || ': ' || coalesce(record.title_en, record.title_zh, ''),
  path = '/bookings/' || notice.booking_id
from
  record,
  (
    values
      ('pending', '预约已提交', 'Booking waits for approval'),
      ('confirmed', '预约已确认', 'Booking confirmed'),
      ('changed', '预约已改动', 'Booking changed'),
      ('cancelled', '预约已取消', 'Booking cancelled'),
      ('declined', '预约未获批准', 'Booking declined'),
      ('displaced', '仪器停机，预约已取消', 'Out of service: booking cancelled'),
      ('promoted', '候补成功', 'Booked from the waiting list'),
      ('missed', '未到，时间已让出', 'Booking missed'),
      ('reminder', '预约提醒', 'Your booking is near'),
      ('approval_asked', '有预约待您审核', 'A booking waits for your approval')
  ) kind (name, zh, en)
where record.id = notice.instrument_id and kind.name = notice.kind;

alter table notice
  alter column fact_id set not null,
  alter column subject_zh set not null,
  alter column subject_en set not null,
  alter column path set not null,
  add foreign key (instrument_id) references instrument on delete cascade,
  add constraint notice_of_booking check (booking_id is null or instrument_id is not null);

drop index notice_once;
create unique index notice_once on notice (fact_id, person_id, kind, occurred_at);
create index notice_of_instrument on notice (instrument_id, booking_id);
