import type { BookingState } from '../bookings/model.ts'
import type { CalendarView } from './rules/calendar.ts'
import type { Text, Words } from '../../core/text.ts'

export const calendarWords = {
  calendar: { zh: '日历', en: 'Calendar' },
  calendarOf: (title: Text): Text => ({
    zh: `${title.zh}的日历`,
    en: `Calendar of ${title.en}`,
  }),
  lead: {
    zh: '看清它何时开放、何时已有安排，挑一段空闲时间预约。',
    en: 'See when it is open and when it is taken, and book a time that is free.',
  },
  view: { zh: '显示范围', en: 'Span shown' },
  move: { zh: '前后移动', en: 'Move in time' },
  previous: { zh: '上一段', en: 'Earlier' },
  next: { zh: '下一段', en: 'Later' },
  today: { zh: '今天', en: 'Today' },
  zone: (zone: string, offset: string): Text => ({
    zh: `时间按仪器所在时区 ${zone}（UTC${offset}）显示。`,
    en: `Times are the instrument’s own: ${zone} (UTC${offset}).`,
  }),
  zoneOfMany: (zone: string, offset: string): Text => ({
    zh: `时间按 ${zone}（UTC${offset}）显示。`,
    en: `Times are those of ${zone} (UTC${offset}).`,
  }),
  zoneSame: { zh: '您所在的时区与此相同。', en: 'Your clock shows the same.' },
  zoneYours: {
    zh: '您所在的时区是 {zone}（UTC{offset}），现在是 {clock}。',
    en: 'You are in {zone} (UTC{offset}), where it is {clock} now.',
  },
  byDay: { zh: '按天列出', en: 'Day by day' },
  open: (hours: string): Text => ({ zh: `开放 ${hours}`, en: `Open ${hours}` }),
  openAllDay: { zh: '全天开放', en: 'Open all day' },
  closed: { zh: '不开放', en: 'Closed' },
  free: { zh: '空闲', en: 'Free' },
  book: { zh: '预约', en: 'Book' },
  follow: { zh: '订阅', en: 'Subscribe' },
  bookFrom: (time: string): Text => ({ zh: `预约 ${time}`, en: `Book ${time}` }),
  moveOne: { zh: '改时间', en: 'Move' },
  moveFrom: (time: string): Text => ({ zh: `改时间：${time}`, en: `Move the booking ${time}` }),
  mine: { zh: '我的预约', en: 'My booking' },
  others: { zh: '他人的预约', en: 'Somebody else’s booking' },
  perDay: { zh: '每天的占用', en: 'Taken, day by day' },
  load: (taken: string, open: string): Text => ({
    zh: `${taken} / ${open} 小时`,
    en: `${taken}/${open} h`,
  }),
  legend: { zh: '图例', en: 'Legend' },
  offHours: { zh: '开放时间以外', en: 'Outside opening hours' },
  buffer: { zh: '前后准备时间', en: 'Set-up and clean-up' },
  howTo: {
    zh: '在日历的空白处拖动可以选一段时间；自己的预约可以拖动或拉长。用键盘时，选中自己的预约后按方向键移动，按住 Shift 改变结束时间，Enter 确认，Esc 放弃。',
    en: 'Drag over free time to choose it; drag or stretch a booking of your own. With the keyboard: the arrow keys move a booking that has the focus, with Shift they change its end, Enter confirms, Escape gives up.',
  },
  notBookable: {
    zh: '这台仪器目前不能预约。',
    en: 'This instrument cannot be booked at present.',
  },
} satisfies Words

export const viewNames = {
  day: { zh: '日', en: 'Day' },
  week: { zh: '周', en: 'Week' },
  month: { zh: '月', en: 'Month' },
} as const satisfies Record<CalendarView, Text>

/** What takes an instrument's time, and in which state it is. */
export const takenNames = {
  pending: { zh: '待审核', en: 'Waiting for approval' },
  confirmed: { zh: '已预约', en: 'Booked' },
  in_use: { zh: '使用中', en: 'In use' },
  finished: { zh: '已结束', en: 'Finished' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  missed: { zh: '未到', en: 'Missed' },
  booking: { zh: '已预约', en: 'Booked' },
  hold: { zh: '暂时占位', en: 'Held' },
  outage: { zh: '停用', en: 'Out of service' },
} as const satisfies Record<BookingState | 'booking' | 'hold' | 'outage', Text>

/** The step that confirms a time: in a dialog over the calendar, and what its script says. */
export const confirmWords = {
  bookTime: { zh: '预约一段时间', en: 'Book a time' },
  start: { zh: '开始', en: 'Start' },
  end: { zh: '结束', en: 'End' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: { zh: '例如：叶片切片成像', en: 'Such as: imaging of leaf sections' },
  go: { zh: '继续', en: 'Continue' },
  create: { zh: '预约这段时间', en: 'Book this time' },
  move: { zh: '改动预约的时间', en: 'Move this booking' },
  confirmCreate: { zh: '确认预约', en: 'Book' },
  confirmMove: { zh: '确认改动', en: 'Move' },
  giveUp: { zh: '放弃', en: 'Cancel' },
  details: { zh: '查看这个预约', en: 'See this booking' },
  yours: { zh: '您的时间：{time}（{zone}）', en: 'Your time: {time} ({zone})' },
  asking: { zh: '正在核对规则…', en: 'Checking the rules…' },
  fine: { zh: '可以预约。', en: 'This time can be booked.' },
  needsApproval: {
    zh: '可以预约，需要管理人员审核后才确定。',
    en: 'This time can be booked; staff confirms it.',
  },
  refused: { zh: '这段时间不能预约：', en: 'This time cannot be booked:' },
  instead: { zh: '临近的空闲时间：', en: 'Free times near it:' },
  order: { zh: '结束时间要晚于开始时间。', en: 'The end comes after the start.' },
  unreachable: {
    zh: '暂时连不上服务器，您填写的内容都还在，请稍后再试。',
    en: 'The server cannot be reached now. All you typed is still here: try again shortly.',
  },
  booked: { zh: '已预约 {time}。', en: 'Booked: {time}.' },
  moved: { zh: '预约已改到 {time}。', en: 'The booking is moved to {time}.' },
  movedTo: {
    zh: '移到 {time}，按 Enter 确认，按 Esc 放弃。',
    en: 'Now {time}. Enter confirms, Escape gives up.',
  },
  movedBack: { zh: '已放弃，回到 {time}。', en: 'Given up: back to {time}.' },
} satisfies Words

/** The calendar of many instruments, and the search for a free time among them. */
export const timelineWords = {
  title: { zh: '仪器日历', en: 'Instrument calendar' },
  lead: {
    zh: '并排查看多台仪器何时有空，再到其中一台去预约。',
    en: 'See side by side when instruments are free, then book one of them.',
  },
  filters: { zh: '筛选仪器', en: 'Narrow the instruments' },
  words: { zh: '关键词', en: 'Words' },
  category: { zh: '仪器分类', en: 'Category' },
  region: { zh: '地区', en: 'Region' },
  institution: { zh: '单位', en: 'Institution' },
  allOf: (name: Text): Text => ({ zh: `${name.zh}（全部）`, en: `${name.en} (all)` }),
  show: { zh: '查看', en: 'Show' },
  count: (count: string): Text => ({ zh: `共 ${count} 台仪器`, en: `${count} instruments` }),
  instrument: { zh: '仪器', en: 'Instrument' },
  caption: {
    zh: '每天已占用 / 开放的小时数',
    en: 'Hours taken of those open, day by day',
  },
  closed: { zh: '不开放', en: 'Closed' },
  dayLoad: (day: string, taken: string, open: string): Text => ({
    zh: `${day}：开放 ${open} 小时，已占用 ${taken} 小时`,
    en: `${day}: ${taken} of ${open} hours taken`,
  }),
  dayClosed: (day: string): Text => ({ zh: `${day}：不开放`, en: `${day}: closed` }),
  none: { zh: '没有符合条件的仪器', en: 'No instrument fits' },
  noneHint: { zh: '放宽一些条件再试。', en: 'Try with fewer filters.' },
  all: { zh: '查看全部', en: 'See all' },
  findOpening: { zh: '查找空闲时段', en: 'Find a free time' },

  openings: { zh: '空闲时段', en: 'Free times' },
  openingsLead: {
    zh: '说出需要什么仪器、多长时间，马上看到谁最早有空。',
    en: 'Say what you need and for how long, and see who is free first.',
  },
  minutes: { zh: '时长', en: 'For' },
  minutesOf: (hours: string): Text => ({
    zh: `${hours} 小时`,
    en: hours === '1' ? '1 hour' : `${hours} hours`,
  }),
  minutesLong: (minutes: string): Text => ({ zh: `${minutes} 分钟`, en: `${minutes} minutes` }),
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'Until' },
  find: { zh: '查找', en: 'Find' },
  found: (instruments: string): Text => ({
    zh: `最早有空的 ${instruments} 台仪器`,
    en: instruments === '1' ? 'The one that is free' : `The ${instruments} that are free first`,
  }),
  more: {
    zh: '还有其他仪器有空，加上筛选条件就能找到。',
    en: 'More instruments are free then: narrow the search to see them.',
  },
  nothingFree: { zh: '这段时间没有空闲', en: 'Nothing is free then' },
  nothingFreeHint: {
    zh: '换一个时间范围、缩短时长，或放宽筛选条件。',
    en: 'Try other days, a shorter time or fewer filters.',
  },
  bookAt: (title: Text, time: string): Text => ({
    zh: `${time}，预约${title.zh}`,
    en: `${time}, book ${title.en}`,
  }),
  itsCalendar: { zh: '看它的日历', en: 'Its calendar' },
} satisfies Words
