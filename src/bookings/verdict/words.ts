import type { Text, Words } from '../../core/text.ts'
import type { QualificationKind, QuotaPeriod } from '../policies/model.ts'

/** `90 分钟`, `2 小时`, `3 天`: in the largest unit that comes out whole; `11 小时 30 分钟` where two hours have minutes. */
export function lengthInWords(minutes: number): Text {
  const whole = Math.round(minutes)
  if (whole > 120 && whole % 60 !== 0) {
    const [hours, rest] = [Math.floor(whole / 60), whole % 60]
    return { zh: `${hours} 小时 ${rest} 分钟`, en: `${hours} h ${rest} min` }
  }
  const [count, zh, en] =
    minutes >= 1440 && minutes % 1440 === 0
      ? [minutes / 1440, '天', 'day']
      : minutes >= 60 && minutes % 60 === 0
        ? [minutes / 60, '小时', 'hour']
        : [Math.round(minutes * 10) / 10, '分钟', 'minute']
  return { zh: `${count} ${zh}`, en: `${count} ${en}${count === 1 ? '' : 's'}` }
}

export const perWords: Record<QuotaPeriod, Text> = {
  day: { zh: '每天', en: 'per day' },
  week: { zh: '每周', en: 'per week' },
  month: { zh: '每月', en: 'per month' },
  year: { zh: '每年', en: 'per year' },
}

export const qualificationNames: Record<QualificationKind, Text> = {
  training: { zh: '培训', en: 'training' },
  operation: { zh: '上机资格', en: 'operator qualification' },
  safety: { zh: '安全准入', en: 'safety clearance' },
}

const limits = (min: number | undefined, max: number | undefined): Text => {
  const shortest = min === undefined ? undefined : lengthInWords(min)
  const longest = max === undefined ? undefined : lengthInWords(max)
  if (shortest && longest)
    return {
      zh: `每次预约为 ${shortest.zh}到 ${longest.zh}`,
      en: `bookings must be ${shortest.en} to ${longest.en} long`,
    }
  return shortest
    ? { zh: `每次预约至少 ${shortest.zh}`, en: `bookings must be at least ${shortest.en} long` }
    : {
        zh: `每次预约至多 ${longest?.zh ?? ''}`,
        en: `bookings can be at most ${longest?.en ?? ''} long`,
      }
}

type Limits = { min: number | undefined; max: number | undefined }
type QuotaFacts = {
  of: 'person' | 'lab'
  measure: 'minutes' | 'count'
  max: number
  per: QuotaPeriod
  peakOnly?: boolean | undefined
  used: number
}

export const objectionWords = {
  notPublished: {
    zh: '这台仪器尚未发布，不能预约。',
    en: 'This instrument is not published yet and cannot be booked.',
  },
  outOfUse: {
    zh: '这台仪器待修、待报废或已停用，暂不接受预约。',
    en: 'This instrument is awaiting repair or out of use and cannot be booked at present.',
  },
  closed: {
    zh: '这台仪器只供所属单位使用，不对外开放。',
    en: 'This instrument is for its own institution only.',
  },
  slotTaken: {
    zh: '这段时间已被预约（含准备和清理时间），请选择其他时段。',
    en: 'This time is already booked, including set-up and clean-up time. Choose another time.',
  },
  outage: {
    zh: '这段时间仪器停机，请选择其他时段。',
    en: 'The instrument is out of service at this time. Choose another time.',
  },
  startPast: { zh: '开始时间已经过去。', en: 'The start time is in the past.' },
  endPast: { zh: '结束时间已经过去。', en: 'The end time is in the past.' },
  outsideHours: {
    zh: '不在仪器的开放时间内，请查看日历中的开放时段。',
    en: 'Outside the instrument’s opening hours. See its calendar for opening hours.',
  },
  closedDay: (days: readonly string[]): Text => ({
    zh: `${days.join('、')} 不开放。`,
    en: `Closed on ${days.join(', ')}.`,
  }),
  offGrid: (minutes: number): Text => ({
    zh: `开始和结束时间须为 ${lengthInWords(minutes).zh}的整数倍。`,
    en: `Start and end times must be in steps of ${lengthInWords(minutes).en}.`,
  }),
  tooShort: ({ min, max }: Limits): Text => ({
    zh: `时间太短：${limits(min, max).zh}。`,
    en: `Too short: ${limits(min, max).en}.`,
  }),
  tooLong: ({ min, max }: Limits): Text => ({
    zh: `时间太长：${limits(min, max).zh}。`,
    en: `Too long: ${limits(min, max).en}.`,
  }),
  tooSoon: (minutes: number): Text => ({
    zh: `须提前 ${lengthInWords(minutes).zh}预约。`,
    en: `Book at least ${lengthInWords(minutes).en} ahead.`,
  }),
  tooFar: (days: number): Text => ({
    zh: `最多可提前 ${days} 天预约。`,
    en: `Bookings can be made at most ${days} days ahead.`,
  }),
  tooClose: (minutes: number): Text => ({
    zh: `与同一预约人的另一次预约间隔不足，须至少间隔 ${lengthInWords(minutes).zh}。`,
    en: `Too close to another booking by the same person. Leave at least ${lengthInWords(minutes).en} between bookings.`,
  }),
  quota: ({ of, measure, max, per, peakOnly, used }: QuotaFacts): Text => {
    const most: Text =
      measure === 'count' ? { zh: `${max} 次`, en: `${max} bookings` } : lengthInWords(max)
    const already: Text =
      measure === 'count' ? { zh: `${used} 次`, en: String(used) } : lengthInWords(used)
    return {
      zh: `${of === 'lab' ? '课题组' : '每人'}${perWords[per].zh}${peakOnly ? '高峰时段' : ''}最多 ${most.zh}，已有 ${already.zh}。`,
      en: `At most ${most.en} ${perWords[per].en} per ${of}${peakOnly ? ' in peak hours' : ''}; ${already.en} already used.`,
    }
  },
  futureCount: (max: number): Text => ({
    zh: `每人最多有 ${max} 次未开始的预约。`,
    en: `At most ${max} upcoming bookings per person.`,
  }),
  futureMinutes: (max: number): Text => ({
    zh: `每人未开始的预约合计最多 ${lengthInWords(max).zh}。`,
    en: `At most ${lengthInWords(max).en} of upcoming bookings per person.`,
  }),
  peakTooLong: (max: number): Text => ({
    zh: `高峰时段内每次最多 ${lengthInWords(max).zh}。`,
    en: `Bookings can be at most ${lengthInWords(max).en} in peak hours.`,
  }),
  audience: {
    own_lab: {
      zh: '这台仪器只接受本课题组预约。',
      en: 'Only the instrument’s own labs can book it.',
    },
    institution: {
      zh: '这台仪器只接受所属单位的人员预约。',
      en: 'Only members of its institution can book this instrument.',
    },
    member: {
      zh: '这台仪器只接受成员单位的人员预约，请先加入一个单位。',
      en: 'Only members of member institutions can book this instrument. Join an institution first.',
    },
    external: { zh: '', en: '' },
  },
  missing: (kind: QualificationKind): Text => ({
    zh: `预约人尚未取得这台仪器的${qualificationNames[kind].zh}。`,
    en: `The ${qualificationNames[kind].en} required for this instrument is missing.`,
  }),
  expired: (kind: QualificationKind): Text => ({
    zh: `预约人的${qualificationNames[kind].zh}届时已过期，请先续期。`,
    en: `The required ${qualificationNames[kind].en} will have expired by then. Renew it first.`,
  }),
  /** No objection: a warning. */
  alsoYours: (title: Text, when: Text): Text => ({
    zh: `您在 ${when.zh} 还预约了${title.zh}，请注意时间冲突。`,
    en: `You have also booked ${title.en}, ${when.en}. The times overlap.`,
  }),
  projectMissing: {
    zh: '请填写课题编号，预约这台仪器时必须填写。',
    en: 'Enter a project number. This instrument requires one.',
  },
  editDeadline: (minutes: number): Text => ({
    zh: `开始前 ${lengthInWords(minutes).zh}内不能修改。`,
    en: `Bookings cannot be changed within ${lengthInWords(minutes).en} of the start.`,
  }),
} satisfies Words | Record<string, unknown>
