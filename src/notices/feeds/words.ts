import type { Text, Words } from '../../core/text.ts'

/** Calendars under a secret address. */
export const feedWords = {
  lead: {
    zh: '把预约放进您常用的日历：在手机或电脑的日历程序里“按网址订阅”，以后的变动会自动更新。',
    en: 'Keep bookings in the calendar that you use: subscribe to an address there, and changes follow by themselves.',
  },
  made: {
    zh: '订阅地址已生成。请现在复制：离开本页后不再显示。得到地址的人都能读到这个日历，请不要公开。',
    en: 'Here is the address. Copy it now: it is not shown again. Whoever has it can read the calendar, so keep it to yourself.',
  },
  openCalendar: { zh: '用本机的日历程序打开', en: 'Open in the calendar on this device' },
  feeds: { zh: '订阅中的日历', en: 'Feeds' },
  none: { zh: '还没有订阅的日历。', en: 'There are no feeds yet.' },
  make: { zh: '新建订阅', en: 'Make a feed' },
  makeButton: { zh: '生成订阅地址', en: 'Make the address' },
  what: { zh: '内容', en: 'What it shows' },
  whatHint: {
    zh: '想订阅其他仪器的日历，请从仪器的日历页进入。',
    en: 'For the feed of another instrument, come here from its calendar.',
  },
  mine: { zh: '我的预约', en: 'My bookings' },
  ofLab: (name: Text): Text => ({ zh: `课题组：${name.zh}`, en: `Lab: ${name.en}` }),
  ofInstrument: (name: Text): Text => ({ zh: `仪器：${name.zh}`, en: `Instrument: ${name.en}` }),
  madeOn: { zh: '新建于', en: 'Made' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeOf: (name: Text): Text => ({ zh: `撤销：${name.zh}`, en: `Revoke: ${name.en}` }),
  revokeAbout: {
    zh: '用这个地址的日历不再更新，也不能恢复；需要时请新建订阅。',
    en: 'Calendars with this address are not updated any more, and it cannot be undone: make another feed if need be.',
  },
  revoked: {
    zh: '订阅已撤销，原来的地址不再有效。',
    en: 'The feed is revoked: its address no longer answers.',
  },
  lost: {
    zh: '地址丢失或泄露时，撤销后重新生成即可。',
    en: 'If an address is lost or became known, revoke it and make another.',
  },
  tooMany: (most: number): Text => ({
    zh: `最多同时保留 ${most} 个订阅，请先撤销不用的。`,
    en: `At most ${most} feeds are kept: revoke one that is not used first.`,
  }),
  notYourLab: { zh: '您不在这个课题组。', en: 'You are not a member of this lab.' },
  choose: { zh: '请选择要订阅的内容。', en: 'Choose what the feed shows.' },
  noFeed: { zh: '没有这个订阅。', en: 'There is no such feed.' },
} satisfies Words
