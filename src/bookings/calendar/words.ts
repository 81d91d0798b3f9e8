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
    zh: '查看开放时间和已有预约，选择空闲时段预约。',
    en: 'See opening hours and existing bookings, and book a free time.',
  },
  view: { zh: '显示范围', en: 'View' },
  move: { zh: '切换日期', en: 'Change date' },
  previous: { zh: '更早', en: 'Earlier' },
  next: { zh: '更晚', en: 'Later' },
  today: { zh: '今天', en: 'Today' },
  date: { zh: '日期', en: 'Date' },
  goTo: { zh: '转到', en: 'Go to date' },
  zone: (zone: string, offset: string): Text => ({
    zh: `时间按仪器所在时区 ${zone}（UTC${offset}）显示。`,
    en: `Times are in the instrument’s time zone, ${zone} (UTC${offset}).`,
  }),
  zoneOfMany: (zone: string, offset: string): Text => ({
    zh: `时间按 ${zone}（UTC${offset}）显示。`,
    en: `Times are in ${zone} (UTC${offset}).`,
  }),
  zoneSame: { zh: '与您所在的时区相同。', en: 'This is the same as your time zone.' },
  zoneYours: {
    zh: '您所在的时区是 {zone}（UTC{offset}），现在是 {clock}。',
    en: 'You are in {zone} (UTC{offset}), where it is now {clock}.',
  },
  byDay: { zh: '按天列出', en: 'List by day' },
  open: (hours: string): Text => ({ zh: `开放 ${hours}`, en: `Open ${hours}` }),
  openAllDay: { zh: '全天开放', en: 'Open all day' },
  closed: { zh: '不开放', en: 'Closed' },
  free: { zh: '空闲', en: 'Free' },
  noneFree: { zh: '无空闲', en: 'None free' },
  freeHours: (hours: string): Text => ({ zh: `${hours} 小时空闲`, en: `${hours} h free` }),
  week: { zh: '未来七天', en: 'Next seven days' },
  book: { zh: '预约', en: 'Book' },
  follow: { zh: '订阅', en: 'Subscribe' },
  bookFrom: (time: string): Text => ({ zh: `预约 ${time}`, en: `Book ${time}` }),
  moveOne: { zh: '修改时间', en: 'Change time' },
  moveFrom: (time: string): Text => ({ zh: `修改时间：${time}`, en: `Change time: ${time}` }),
  mine: { zh: '我的预约', en: 'My booking' },
  others: { zh: '他人的预约', en: 'Booked by someone else' },
  perDay: { zh: '每日占用', en: 'Hours booked per day' },
  load: (taken: string, open: string): Text => ({
    zh: `${taken} / ${open} 小时`,
    en: `${taken}/${open} h`,
  }),
  legend: { zh: '图例', en: 'Legend' },
  offHours: { zh: '开放时间以外', en: 'Outside opening hours' },
  buffer: { zh: '准备和清理时间', en: 'Set-up and clean-up' },
  howTo: {
    zh: '在日历空白处拖动可选择时段；自己的预约可以拖动或调整长短。使用键盘时，选中自己的预约后按方向键移动，按 Shift 加方向键调整结束时间，Enter 确认，Esc 取消。',
    en: 'Drag over free time to select it; drag or resize your own bookings. With the keyboard, focus a booking and press the arrow keys to move it, Shift and arrow keys to change its end, Enter to confirm, Escape to cancel.',
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
  pending: { zh: '待审批', en: 'Waiting for approval' },
  confirmed: { zh: '已预约', en: 'Booked' },
  in_use: { zh: '使用中', en: 'In use' },
  finished: { zh: '已结束', en: 'Finished' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  missed: { zh: '未到', en: 'No-show' },
  booking: { zh: '已预约', en: 'Booked' },
  hold: { zh: '暂时占位', en: 'Held' },
  outage: { zh: '停机', en: 'Out of service' },
} as const satisfies Record<BookingState | 'booking' | 'hold' | 'outage', Text>

/** The step that confirms a time: in a dialog over the calendar, and what its script says. */
export const confirmWords = {
  bookTime: { zh: '预约时段', en: 'Book a time' },
  start: { zh: '开始', en: 'Start' },
  end: { zh: '结束', en: 'End' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: { zh: '例如：叶片切片成像', en: 'For example: imaging of leaf sections' },
  go: { zh: '继续', en: 'Continue' },
  create: { zh: '预约这段时间', en: 'Book this time' },
  move: { zh: '修改预约时间', en: 'Change booking time' },
  confirmCreate: { zh: '确认预约', en: 'Book' },
  confirmMove: { zh: '确认修改', en: 'Confirm change' },
  giveUp: { zh: '取消', en: 'Cancel' },
  details: { zh: '查看预约', en: 'View booking' },
  options: { zh: '更多选项', en: 'More options' },
  yours: { zh: '您的时间：{time}（{zone}）', en: 'Your time: {time} ({zone})' },
  asking: { zh: '正在检查规则…', en: 'Checking the rules…' },
  fine: { zh: '可以预约。', en: 'This time is available.' },
  needsApproval: {
    zh: '可以预约，须经管理人员审批。',
    en: 'This time is available; the booking needs approval.',
  },
  refused: { zh: '这段时间不能预约：', en: 'This time is not available:' },
  elsewhere: {
    zh: '这段时间空闲的同类仪器：',
    en: 'Similar instruments that are free at this time:',
  },
  elsewhereToMove: {
    zh: '这段时间空闲的同类仪器（另行预约，原预约保留，不再需要时请取消）：',
    en: 'Similar instruments that are free at this time (a new booking; cancel this one if you no longer need it):',
  },
  instead: { zh: '临近的空闲时段：', en: 'Nearest free times:' },
  order: { zh: '结束时间要晚于开始时间。', en: 'The end must be after the start.' },
  unreachable: {
    zh: '暂时无法连接服务器。您填写的内容已保留，请稍后再试。',
    en: 'The server cannot be reached. Your entries are kept; try again shortly.',
  },
  booked: { zh: '已预约 {time}。', en: 'Booked: {time}.' },
  moved: { zh: '预约已改到 {time}。', en: 'Booking moved to {time}.' },
  movedTo: {
    zh: '移到 {time}，按 Enter 确认，按 Esc 取消。',
    en: '{time}. Press Enter to confirm or Escape to cancel.',
  },
  movedBack: { zh: '已取消，恢复为 {time}。', en: 'Cancelled. Back to {time}.' },
} satisfies Words

/** The calendar of many instruments, and the search for a free time among them. */
export const timelineWords = {
  title: { zh: '仪器日历', en: 'Instrument calendar' },
  lead: {
    zh: '并排查看多台仪器的空闲时段，然后选择一台预约。',
    en: 'Compare when instruments are free, then book one of them.',
  },
  filters: { zh: '筛选仪器', en: 'Filter instruments' },
  words: { zh: '关键词', en: 'Keywords' },
  category: { zh: '仪器分类', en: 'Category' },
  region: { zh: '地区', en: 'Region' },
  institution: { zh: '单位', en: 'Institution' },
  allOf: (name: Text): Text => ({ zh: `${name.zh}（全部）`, en: `${name.en} (all)` }),
  show: { zh: '查看', en: 'Show' },
  count: (count: string): Text => ({ zh: `共 ${count} 台仪器`, en: `${count} instruments` }),
  instrument: { zh: '仪器', en: 'Instrument' },
  caption: {
    zh: '每日占用和开放的小时数',
    en: 'Hours booked and open per day',
  },
  closed: { zh: '不开放', en: 'Closed' },
  dayLoad: (day: string, taken: string, open: string): Text => ({
    zh: `${day}：开放 ${open} 小时，已占用 ${taken} 小时`,
    en: `${day}: ${taken} of ${open} hours booked`,
  }),
  dayClosed: (day: string): Text => ({ zh: `${day}：不开放`, en: `${day}: closed` }),
  none: { zh: '没有符合条件的仪器', en: 'No matching instruments' },
  noneHint: { zh: '请减少筛选条件后再试。', en: 'Remove some filters and try again.' },
  all: { zh: '查看全部', en: 'Show all' },
  findOpening: { zh: '查找空闲时段', en: 'Find free times' },

  openings: { zh: '空闲时段', en: 'Free times' },
  openingsLead: {
    zh: '填写所需的仪器和时长，查看最早的空闲时段。',
    en: 'Enter what you need and for how long to see the earliest free times.',
  },
  minutes: { zh: '时长', en: 'Duration' },
  minutesOf: (hours: string): Text => ({
    zh: `${hours} 小时`,
    en: hours === '1' ? '1 hour' : `${hours} hours`,
  }),
  minutesLong: (minutes: string): Text => ({ zh: `${minutes} 分钟`, en: `${minutes} minutes` }),
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  find: { zh: '查找', en: 'Find' },
  found: (instruments: string): Text => ({
    zh: `最早有空的 ${instruments} 台仪器`,
    en:
      instruments === '1'
        ? 'One instrument is free'
        : `The ${instruments} instruments that are free first`,
  }),
  more: {
    zh: '还有其他仪器空闲，请增加筛选条件查看。',
    en: 'More instruments are free. Add filters to see them.',
  },
  nothingFree: { zh: '这段时间没有空闲时段', en: 'No free times' },
  nothingFreeHint: {
    zh: '请更换日期、缩短时长，或减少筛选条件。',
    en: 'Try other dates, a shorter duration or fewer filters.',
  },
  bookAt: (title: Text, time: string): Text => ({
    zh: `${time}，预约${title.zh}`,
    en: `${time}, book ${title.en}`,
  }),
  itsCalendar: { zh: '查看日历', en: 'View calendar' },
} satisfies Words
