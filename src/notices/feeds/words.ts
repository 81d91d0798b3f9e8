import type { Text, Words } from '../../core/text.ts'

/** Calendars under a secret address. */
export const feedWords = {
  lead: {
    zh: '把预约同步到您常用的日历：在手机或电脑的日历程序中“按网址订阅”，之后的变动自动更新。',
    en: 'See bookings in your own calendar. Subscribe to an address in your calendar app; changes are updated automatically.',
  },
  made: {
    zh: '订阅地址已生成。请立即复制，离开本页后不再显示。持有地址的人均可查看这个日历，请勿公开。',
    en: 'The address is ready. Copy it now; it will not be shown again. Anyone with this address can read the calendar, so keep it private.',
  },
  openCalendar: { zh: '用本机的日历程序打开', en: 'Open in this device’s calendar' },
  feeds: { zh: '日历订阅', en: 'Calendar subscriptions' },
  none: { zh: '还没有日历订阅。', en: 'No calendar subscriptions yet.' },
  make: { zh: '新建订阅', en: 'New subscription' },
  makeButton: { zh: '生成订阅地址', en: 'Create address' },
  what: { zh: '内容', en: 'Content' },
  whatHint: {
    zh: '要订阅其他仪器的日历，请从该仪器的日历页面进入。',
    en: 'To subscribe to another instrument, open this page from its calendar.',
  },
  mine: { zh: '我的预约', en: 'My bookings' },
  ofLab: (name: Text): Text => ({ zh: `课题组：${name.zh}`, en: `Lab: ${name.en}` }),
  ofInstrument: (name: Text): Text => ({ zh: `仪器：${name.zh}`, en: `Instrument: ${name.en}` }),
  madeOn: { zh: '创建时间', en: 'Created' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeOf: (name: Text): Text => ({ zh: `撤销：${name.zh}`, en: `Revoke: ${name.en}` }),
  revokeAbout: {
    zh: '使用该地址的日历将停止更新，且不能恢复；需要时请新建订阅。',
    en: 'Calendars using this address stop updating. This cannot be undone. Create a new subscription if needed.',
  },
  revoked: {
    zh: '订阅已撤销，原地址已失效。',
    en: 'Subscription revoked. Its address no longer works.',
  },
  lost: {
    zh: '地址丢失或泄露时，请撤销后重新生成。',
    en: 'If an address is lost or leaked, revoke it and create a new one.',
  },
  tooMany: (most: number): Text => ({
    zh: `最多同时保留 ${most} 个订阅，请先撤销不用的。`,
    en: `You can have at most ${most} subscriptions. Revoke one you no longer use first.`,
  }),
  notYourLab: { zh: '您不是这个课题组的成员。', en: 'You are not a member of this lab.' },
  choose: { zh: '请选择要订阅的内容。', en: 'Choose what to subscribe to.' },
  noFeed: { zh: '该订阅不存在。', en: 'This subscription does not exist.' },
} satisfies Words
