import type { Text, Words } from '../../core/text.ts'
import type { QualificationKind, QuotaPeriod } from '../policies/model.ts'

/** `90 分钟`, `2 小时`, `3 天`: in the largest unit that comes out whole. */
export function lengthInWords(minutes: number): Text {
  const [count, zh, en] =
    minutes >= 1440 && minutes % 1440 === 0
      ? [minutes / 1440, '天', 'day']
      : minutes >= 60 && minutes % 60 === 0
        ? [minutes / 60, '小时', 'hour']
        : [Math.round(minutes * 10) / 10, '分钟', 'minute']
  return { zh: `${count} ${zh}`, en: `${count} ${en}${count === 1 ? '' : 's'}` }
}

export const perWords: Record<QuotaPeriod, Text> = {
  day: { zh: '每天', en: 'a day' },
  week: { zh: '每周', en: 'a week' },
  month: { zh: '每月', en: 'a month' },
  year: { zh: '每年', en: 'a year' },
}

export const qualificationNames: Record<QualificationKind, Text> = {
  training: { zh: '培训', en: 'training' },
  operation: { zh: '上机资格', en: 'qualification to operate' },
  safety: { zh: '安全准入', en: 'safety admission' },
}

const limits = (min: number | undefined, max: number | undefined): Text => {
  const shortest = min === undefined ? undefined : lengthInWords(min)
  const longest = max === undefined ? undefined : lengthInWords(max)
  if (shortest && longest)
    return {
      zh: `每次预约为 ${shortest.zh}到 ${longest.zh}`,
      en: `a booking is from ${shortest.en} to ${longest.en} long`,
    }
  return shortest
    ? { zh: `每次预约至少 ${shortest.zh}`, en: `a booking is at least ${shortest.en} long` }
    : {
        zh: `每次预约至多 ${longest?.zh ?? ''}`,
        en: `a booking is at most ${longest?.en ?? ''} long`,
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
    zh: '这台仪器还没有发布，不能预约。',
    en: 'This instrument is not published yet: it cannot be booked.',
  },
  outOfUse: {
    zh: '这台仪器待修、待报废或已停用，暂不接受预约。',
    en: 'This instrument waits for repair or is out of use: it is not given now.',
  },
  closed: {
    zh: '这台仪器只供所属单位使用，不对外开放。',
    en: 'This instrument serves its own institution only.',
  },
  slotTaken: {
    zh: '这段时间已被预约（含前后准备时间），请换一段时间。',
    en: 'This time is booked already, set-up and clean-up included: take another.',
  },
  outage: {
    zh: '这段时间仪器停机，请换一段时间。',
    en: 'The instrument is out of service at this time: take another.',
  },
  startPast: { zh: '开始时间已经过去。', en: 'The start is in the past.' },
  endPast: { zh: '结束时间已经过去。', en: 'The end is in the past.' },
  outsideHours: {
    zh: '超出仪器的开放时间，请查看日历中的开放时段。',
    en: 'Outside the opening hours of the instrument: its calendar shows them.',
  },
  closedDay: (days: readonly string[]): Text => ({
    zh: `${days.join('、')} 不开放。`,
    en: `It is closed on ${days.join(', ')}.`,
  }),
  offGrid: (minutes: number): Text => ({
    zh: `开始和结束时间须为 ${lengthInWords(minutes).zh}的整数倍。`,
    en: `Start and end stand on a grid of ${lengthInWords(minutes).en}.`,
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
    en: `It is booked at least ${lengthInWords(minutes).en} ahead.`,
  }),
  tooFar: (days: number): Text => ({
    zh: `最多可提前 ${days} 天预约。`,
    en: `It is booked at most ${days} days ahead.`,
  }),
  tooClose: (minutes: number): Text => ({
    zh: `与预约人的另一次预约相隔太近，须间隔 ${lengthInWords(minutes).zh}。`,
    en: `Too close to another booking of the same person: ${lengthInWords(minutes).en} lie between two.`,
  }),
  quota: ({ of, measure, max, per, peakOnly, used }: QuotaFacts): Text => {
    const most: Text =
      measure === 'count' ? { zh: `${max} 次`, en: `${max} bookings` } : lengthInWords(max)
    const already: Text =
      measure === 'count' ? { zh: `${used} 次`, en: String(used) } : lengthInWords(used)
    return {
      zh: `${of === 'lab' ? '课题组' : '每人'}${perWords[per].zh}${peakOnly ? '高峰时段' : ''}最多 ${most.zh}，已有 ${already.zh}。`,
      en: `${of === 'lab' ? 'A lab' : 'A person'} has at most ${most.en} ${perWords[per].en}${peakOnly ? ' in peak hours' : ''}; ${already.en} are taken.`,
    }
  },
  futureCount: (max: number): Text => ({
    zh: `每人最多保留 ${max} 个未开始的预约。`,
    en: `A person keeps at most ${max} bookings to come.`,
  }),
  futureMinutes: (max: number): Text => ({
    zh: `每人未开始的预约合计最多 ${lengthInWords(max).zh}。`,
    en: `A person's bookings to come are at most ${lengthInWords(max).en} together.`,
  }),
  peakTooLong: (max: number): Text => ({
    zh: `高峰时段内每次最多 ${lengthInWords(max).zh}。`,
    en: `In peak hours a booking is at most ${lengthInWords(max).en} long.`,
  }),
  audience: {
    own_lab: {
      zh: '这台仪器只接受所属课题组预约。',
      en: 'This instrument is booked by its own lab only.',
    },
    institution: {
      zh: '这台仪器只接受所属单位的人员预约。',
      en: 'This instrument is booked by members of its institution only.',
    },
    member: {
      zh: '这台仪器只接受入网单位的人员预约；请先加入一个单位。',
      en: 'This instrument is booked by members of an institution: join one first.',
    },
    external: { zh: '', en: '' },
  },
  missing: (kind: QualificationKind): Text => ({
    zh: `预约人还没有这台仪器的${qualificationNames[kind].zh}。`,
    en: `The person has no ${qualificationNames[kind].en} for this instrument yet.`,
  }),
  expired: (kind: QualificationKind): Text => ({
    zh: `预约人的${qualificationNames[kind].zh}到使用时已经过期，请先续期。`,
    en: `The person's ${qualificationNames[kind].en} will have expired by then: renew it first.`,
  }),
  projectMissing: {
    zh: '请填写课题：这台仪器的预约须说明用于哪个课题。',
    en: 'Name the project: this instrument is booked for a project.',
  },
  editDeadline: (minutes: number): Text => ({
    zh: `开始前 ${lengthInWords(minutes).zh}之内不能再改动。`,
    en: `It is not changed any more within ${lengthInWords(minutes).en} of its start.`,
  }),
} satisfies Words | Record<string, unknown>
