import type { Line, OrderState, Sample } from '../src/orders/orders/model.ts'
import { type NewService, NewService as ServiceShape } from '../src/orders/services/model.ts'

const prices = { institution: 8000, member: 12_000, external: 18_000 }
const service = (input: object): NewService =>
  ServiceShape.parse({ unit: 'sample', turnaroundDays: 10, prices, ...input })

const elements = {
  key: 'elements',
  type: 'text',
  label: { zh: '要测的元素', en: 'Elements to measure' },
  help: { zh: '如 Sr、Nd、Pb', en: 'Such as Sr, Nd, Pb' },
  required: true,
}
const mass = {
  key: 'mass',
  type: 'number',
  label: { zh: '每份用量', en: 'Mass of each sample' },
  unit: 'mg',
}
const wet = { key: 'wet', type: 'yes_no', label: { zh: '样品含水', en: 'Samples are wet' } }
const plan = { key: 'plan', type: 'file', label: { zh: '测试方案', en: 'Plan of the measurement' } }
const coating = {
  key: 'coating',
  type: 'choice',
  label: { zh: '镀膜', en: 'Coating' },
  choices: ['不镀', '碳 C', '金 Au'],
  required: true,
}

/** One service for each of these instruments. */
export const services: readonly [string, NewService][] = [
  [
    'nieer/sem',
    service({
      title: { zh: '形貌观察与能谱', en: 'Imaging and EDS' },
      about: {
        zh: '制样、镀膜、二次电子成像和能谱点分析，每个样品交付不少于 6 张图像。',
        en: 'Mounting, coating, secondary electron images and EDS spots; six images of each sample at least.',
      },
      turnaroundDays: 7,
      fields: [coating, wet, plan],
    }),
  ],
  [
    'nieer/mc-icp-ms',
    service({
      title: { zh: '同位素比值测定', en: 'Isotope ratios' },
      about: {
        zh: '含化学前处理，每批附标样结果。',
        en: 'With chemical preparation; results of standards come with each batch.',
      },
      turnaroundDays: 21,
      fields: [elements, mass, plan],
    }),
  ],
  [
    'nieer/stable-isotopes',
    service({
      title: { zh: '碳氮稳定同位素分析', en: 'Carbon and nitrogen isotopes' },
      fields: [mass, wet],
    }),
  ],
  [
    'nieer/laser-isotopes',
    service({
      title: { zh: '水体氢氧同位素分析', en: 'Hydrogen and oxygen isotopes of water' },
      prices: { institution: 3000, external: 6000 },
    }),
  ],
]

export type OrderStory = {
  instrument: string
  by: string
  daysAgo: number
  until: OrderState
  answers: Record<string, string | number | boolean>
  samples: readonly Sample[]
  lines: readonly Line[]
  /** What was handed over: a file of this name, and for how many hours the instrument ran for it. */
  results: { name: string; text: string; hours: number }
  said: string
}

const samples: readonly Sample[] = [
  { name: '黑河沙样 A', quantity: '5 g', afterwards: 'return' },
  { name: '黑河沙样 B', quantity: '5 g', afterwards: 'destroy' },
]
const lines: readonly Line[] = [
  { text: '测试', quantity: 2, priceFen: 12_000 },
  { text: '制样', quantity: 1, priceFen: 0 },
]
const results = {
  spots: {
    name: '能谱点分析.csv',
    text: '样品,点,O %,Si %,Al %,Fe %\n黑河沙样 A,1,49.1,33.6,6.2,2.4\n黑河沙样 A,2,50.3,41.8,1.1,0.3\n黑河沙样 B,1,48.7,30.9,7.8,3.6\n',
    hours: 3,
  },
  ratios: {
    name: '同位素比值.csv',
    text: '样品,87Sr/86Sr,2σ\n黑河沙样 A,0.714832,0.000011\n黑河沙样 B,0.713906,0.000013\n标样 NBS 987,0.710249,0.000009\n',
    hours: 6.5,
  },
  water: { name: '氢氧同位素.csv', text: '样品,δD ‰,δ18O ‰\n', hours: 1 },
}
const sem = {
  instrument: 'nieer/sem',
  answers: { coating: '金 Au', wet: false },
  samples,
  lines,
  results: results.spots,
}
const icp = {
  instrument: 'nieer/mc-icp-ms',
  answers: { elements: 'Sr、Nd', mass: 200 },
  samples,
  lines,
  results: results.ratios,
}
const water = {
  instrument: 'nieer/laser-isotopes',
  answers: {},
  samples,
  lines,
  results: results.water,
}

export const orders: readonly OrderStory[] = [
  { ...icp, by: 'xu', daysAgo: 60, until: 'closed', said: '数据清楚，附了标样。' },
  { ...sem, by: 'bai', daysAgo: 30, until: 'closed', said: 'Fast, and well explained.' },
  { ...sem, by: 'xu', daysAgo: 24, until: 'delivered', said: '图像已寄回。' },
  { ...icp, by: 'song', daysAgo: 25, until: 'in_work', said: '' },
  { ...sem, by: 'gu', daysAgo: 5, until: 'accepted', said: '' },
  { ...icp, by: 'bai', daysAgo: 4, until: 'quoted', said: '' },
  { ...sem, by: 'xu', daysAgo: 1, until: 'submitted', said: '' },
  { ...water, by: 'jiang', daysAgo: 12, until: 'declined', said: '水样盐度过高，会损坏腔体。' },
  { ...water, by: 'xu', daysAgo: 9, until: 'withdrawn', said: '样品还没有采齐。' },
  { ...water, by: 'song', daysAgo: 15, until: 'cancelled', said: '激光器送修，两个月内无法测试。' },
]
