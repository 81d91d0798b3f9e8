import type { AuditNames } from '../../audit/model.ts'

export const bookingAudit = {
  entities: {
    booking: { zh: '预约', en: 'Booking' },
    waitlist_entry: { zh: '候补', en: 'Waiting-list entry' },
  },
  actions: {
    'booking.start': { on: 'booking', zh: '开始使用', en: 'Use started' },
    'booking.finish': { on: 'booking', zh: '结束使用', en: 'Use finished' },
    'booking.miss': { on: 'booking', zh: '未到，时段释放', en: 'No-show; time released' },
    'booking.displace': {
      on: 'booking',
      zh: '因停机取消预约',
      en: 'Booking cancelled due to an outage',
    },
    'booking.create': { on: 'booking', zh: '提交预约', en: 'Booking created' },
    'booking.change': { on: 'booking', zh: '修改预约', en: 'Booking changed' },
    'booking.approve': { on: 'booking', zh: '批准预约', en: 'Booking approved' },
    'booking.decline': { on: 'booking', zh: '拒绝预约', en: 'Booking declined' },
    'booking.undo': { on: 'booking', zh: '撤销审批', en: 'Decision undone' },
    'booking.cancel': { on: 'booking', zh: '取消预约', en: 'Booking cancelled' },
    'waitlist.join': { on: 'waitlist_entry', zh: '加入候补', en: 'Joined the waiting list' },
    'waitlist.leave': { on: 'waitlist_entry', zh: '退出候补', en: 'Left the waiting list' },
    'waitlist.promote': {
      on: 'waitlist_entry',
      zh: '为候补者预约',
      en: 'Booked from the waiting list',
    },
    'policy.change': { on: 'instrument', zh: '修改预约规则', en: 'Booking rules changed' },
  },
} as const satisfies AuditNames
