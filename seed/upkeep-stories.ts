import type { QualificationKind } from '../src/bookings/policies/model.ts'
import type { NewPlan } from '../src/upkeep/plans/model.ts'

/** Instruments with a code on them. */
export const labelled = [
  'nieer/sem',
  'nieer/stable-isotopes',
  'nieer/laser-isotopes',
  'nieer/mc-icp-ms',
  'nieer/frozen-ct',
  'nieer/noble-gas',
  'nieer/wind-tunnel',
  'lzu/confocal',
  'lzu/cryo-em',
] as const

/** Days from now; none means for good. */
export type Held = readonly [
  instrument: string,
  person: string,
  kinds: readonly QualificationKind[],
  days?: number,
]

export const held: readonly Held[] = [
  ['nieer/sem', 'xu', ['training', 'operation'], 400],
  ['nieer/sem', 'gu', ['training', 'operation']],
  ['nieer/sem', 'song', ['training'], 20],
  ['nieer/sem', 'jiang', ['training'], -35],
  ['nieer/stable-isotopes', 'xu', ['training'], 18],
  ['nieer/stable-isotopes', 'gu', ['training', 'safety']],
  ['nieer/mc-icp-ms', 'song', ['training', 'safety'], 620],
  ['nieer/laser-isotopes', 'xu', ['training'], 300],
  ['lzu/confocal', 'xu', ['training'], 210],
  ['lzu/confocal', 'jiang', ['training', 'operation']],
]

export type TrainingStory = {
  instrument: string
  title: string
  about: string
  place: string
  /** Days from today, and the hour of its clock. */
  day: number
  hour: number
  hours: number
  seats: number
  kinds: QualificationKind[]
  validMonths?: number
  enrolled: readonly string[]
}

export const trainings: readonly TrainingStory[] = [
  {
    instrument: 'nieer/sem',
    title: '扫描电镜上机培训',
    about: '样品制备、真空、成像与能谱。结束时每人独立完成一次装样和拍摄。',
    place: '西北研究院 3 号楼 112',
    day: 4,
    hour: 14,
    hours: 3,
    seats: 6,
    kinds: ['training', 'operation'],
    validMonths: 24,
    enrolled: ['song', 'fang'],
  },
  {
    instrument: 'nieer/mc-icp-ms',
    title: '超净实验室安全培训',
    about: '氢氟酸的取用与急救、更衣和废液。通过后方可进入超净间。',
    place: '西北研究院 5 号楼报告厅',
    day: 9,
    hour: 9,
    hours: 2,
    seats: 20,
    kinds: ['safety'],
    validMonths: 12,
    enrolled: ['xu'],
  },
  {
    instrument: 'lzu/confocal',
    title: '共聚焦显微镜入门',
    about: '开关机顺序、光路与探测器、活细胞成像的要点。',
    place: '兰州大学 观云楼 B106',
    day: 13,
    hour: 14,
    hours: 4,
    seats: 4,
    kinds: ['training'],
    validMonths: 36,
    enrolled: ['wen', 'ye', 'lu', 'du'],
  },
]

export type PlanStory = readonly [instrument: string, plan: NewPlan, doneDaysAgo: number]

export const plans: readonly PlanStory[] = [
  [
    'nieer/stable-isotopes',
    {
      kind: 'maintenance',
      name: '更换离子源灯丝',
      everyDays: 180,
      instructions: '放气前先降灯丝电流。换后烘烤 24 小时，用标准气核对线性。',
    },
    197,
  ],
  ['nieer/mc-icp-ms', { kind: 'maintenance', name: '更换采样锥', everyUseHours: 200 }, 60],
  ['nieer/sem', { kind: 'calibration', name: '放大倍数校准', everyDays: 365 }, 356],
  [
    'nieer/sem',
    { kind: 'maintenance', name: '更换机械泵油', everyDays: 365, everyUseHours: 1500 },
    120,
  ],
  ['nieer/laser-isotopes', { kind: 'calibration', name: '国际标样核对', everyDays: 30 }, 9],
]
