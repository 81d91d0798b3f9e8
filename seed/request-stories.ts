/* oxlint-disable max-lines -- data */
import type { Answers } from '../src/orders/forms/model.ts'
import {
  about,
  accept,
  approve,
  askReview,
  byPost,
  claim,
  consent,
  decide,
  download,
  give,
  giveBack,
  order,
  pick,
  receive,
  report,
  say,
  send,
  ship,
  type Step,
} from './request-steps.ts'

type Asked = { record: string; quantity?: number; unit?: 'seed' | 'sample'; loan?: boolean }
export type Happening = readonly [daysAgo: number, who: string, does: Step]

export type RequestStory = {
  by: string
  project: string
  supervisor?: string
  destination?: string
  asks: readonly Asked[]
  answers?: Answers
  /** When it was put into the basket, where that is told. */
  basketDaysAgo?: number
  /** When the draft was begun. */
  daysAgo: number
  next: readonly Happening[]
}

const seeds = (record: string, quantity = 100): Asked => ({
  record: `accession/${record}`,
  quantity,
  unit: 'seed',
})
const samples = (record: string, quantity: number): Asked => ({
  record: `collection/${record}`,
  quantity,
  unit: 'sample',
})
const dataset = (record: string): Asked => ({ record: `dataset/${record}` })

const field = (site: string): Answers => ({ use: '田间 | In the field', site, multiplies: false })
const greenhouse: Answers = { use: '温室 | In a greenhouse' }
const drought: Answers = { traits: ['抗旱 | Drought', '产量 | Yield'] }
const cohort: Answers = { ethics: 'LZU-2026-IRB-118', foreign: false }

/** Asked for, approved by the steward, accepted, posted and received, in the demo's usual time. */
const received = (by: string, daysAgo: number, days = 4): readonly Happening[] => [
  [daysAgo, by, send],
  [daysAgo - days, 'wen_xi', approve],
  [daysAgo - days - 1, by, accept],
  [daysAgo - days - 3, 'wen_xi', byPost],
  [daysAgo - days - 7, by, receive],
]

const paper = (text: string, doi: string) => `https://doi.org/${doi} ${text}`

export const requestStories: readonly RequestStory[] = [
  // Long ago: received, and what came of it.
  {
    by: 'bai',
    project: 'saline',
    asks: [seeds('forage/alfalfa-1', 200), seeds('forage/alfalfa-4')],
    answers: { ...greenhouse, multiplies: false },
    daysAgo: 420,
    next: [
      ...received('bai', 420),
      [
        60,
        'bai',
        report({
          results:
            'Of the two, 陇东苜蓿 kept 71 % of its seedling mass at 150 mM NaCl; the second accession 48 %. Data are in the supplement.',
          publications: paper(
            'Salt response of alfalfa landraces of the Loess Plateau (sample entry)',
            '10.5555/hexi.2026.031',
          ),
        }),
      ],
    ],
  },
  // Told from the basket to the paper.
  {
    by: 'xu',
    project: 'meadow',
    asks: [seeds('forage/bromus-4', 150), seeds('forage/leymus-3', 150)],
    answers: field('肃南县皇城镇'),
    basketDaysAgo: 406,
    daysAgo: 405,
    next: [
      [405, 'xu', send],
      [404, 'wen_xi', claim],
      [404, 'wen_xi', say('两份材料库存充足。小区怎么设置？每份 150 粒够几次重复？')],
      [
        403,
        'xu',
        say('先在温室育苗移栽，每份 4 个小区，每区 30 株，其余留作发芽试验。收获的种子不再外传。'),
      ],
      [
        401,
        'wen_xi',
        decide({
          answer: 'approved',
          conditions: '发表成果请注明统一编号，越冬率数据请反馈种质库。',
        }),
      ],
      [400, 'xu', accept],
      [399, 'wen_xi', pick()],
      [398, 'wen_xi', ship({ way: 'carrier', carrier: '顺丰速运', tracking: 'SF1391027745583' })],
      [395, 'xu', receive],
      [395, 'xu', say('种子已收到，封口和标签完好，粒数与清单一致，已放入 4 ℃ 冷藏。')],
      [
        30,
        'xu',
        report({
          results:
            '无芒雀麦 WMQ000045 移栽后越冬率 86%，赖草 LAC000021 为 74%；两份材料第二年盖度分别恢复到 63% 和 51%，适合海拔 3000 m 以上的补播。',
          publications: paper(
            '许清禾, 顾云樵. 祁连山退化高寒草甸补播材料的越冬率与盖度恢复——以 WMQ000045、LAC000021 为例（示例条目）. 草业研究, 2026.',
            '10.5555/hexi.2026.047',
          ),
        }),
      ],
      [28, 'lu', give({ command: 'closure', note: null })],
    ],
  },
  {
    by: 'gu',
    project: 'dust',
    asks: [seeds('forage/alfalfa-5', 60)],
    answers: greenhouse,
    daysAgo: 412,
    next: received('gu', 412, 6),
  },
  {
    by: 'qin',
    project: 'feed',
    asks: [seeds('forage/oat-2', 200), seeds('forage/oat-3', 200)],
    answers: field('天祝县抓喜秀龙镇'),
    daysAgo: 380,
    next: [
      ...received('qin', 380, 3),
      [
        40,
        'qin',
        report({
          results: '两个品种在海拔 2900 m 均可成熟，陇燕3号青贮产量高 12%。',
          varieties: '甘审燕 2026001（示例）',
          contractNumber: 'GS-2026-0417',
          contractFen: 12_000_000,
        }),
      ],
      [38, 'lu', give({ command: 'closure', note: null })],
    ],
  },
  {
    by: 'wen',
    project: 'rhizobia',
    asks: [seeds('forage/alfalfa-7')],
    answers: greenhouse,
    daysAgo: 300,
    next: received('wen', 300, 9),
  },
  {
    by: 'jiang',
    project: 'health',
    asks: [seeds('forage/bromus-1')],
    answers: field('榆中县和平镇'),
    daysAgo: 250,
    next: received('jiang', 250, 2),
  },
  {
    by: 'xu',
    project: 'meadow',
    asks: [seeds('forage/sainfoin-4'), seeds('forage/leymus-4', 80)],
    answers: field('肃南县皇城镇'),
    daysAgo: 200,
    next: received('xu', 200, 5),
  },
  {
    by: 'qin',
    project: 'feed',
    asks: [seeds('forage/oat-4', 150)],
    answers: field('天祝县抓喜秀龙镇'),
    daysAgo: 160,
    next: received('qin', 160, 8),
  },
  // Ended otherwise.
  {
    by: 'wen',
    project: 'rhizobia',
    asks: [seeds('forage/alfalfa-12', 200)],
    answers: greenhouse,
    daysAgo: 140,
    next: [
      [140, 'wen', send],
      [
        136,
        'lu',
        give({ command: 'return', note: '请补充盆栽数量和灭菌方法，200 粒是否都需要？' }),
      ],
      [62, 'clock', give({ command: 'expiry' })],
    ],
  },
  {
    by: 'qin',
    project: 'feed',
    asks: [seeds('forage/sainfoin-1')],
    answers: greenhouse,
    daysAgo: 70,
    next: [
      [70, 'qin', send],
      [69, 'qin', give({ command: 'withdrawal', note: '试验改在明年春季进行。' })],
    ],
  },
  {
    by: 'jiang',
    project: 'health',
    asks: [seeds('forage/kochia-1', 50), seeds('forage/kochia-2', 50)],
    answers: greenhouse,
    daysAgo: 52,
    next: [
      [52, 'jiang', send],
      [
        47,
        'lu',
        decide(
          { answer: 'stale', reason: '2025 年检测发芽率低于 20%，正在更新。' },
          { answer: 'later', reason: '今年秋季繁殖，收获后可提供。', untilInDays: 160 },
        ),
      ],
    ],
  },
  // Data: open, and revoked.
  {
    by: 'bai',
    project: 'groundwater',
    asks: [dataset('gea/gravity')],
    daysAgo: 45,
    next: [
      [45, 'bai', send],
      [43, 'fang', say('请说明需要哪些测点和年份，重力变化将与什么资料结合使用？')],
      [
        42,
        'bai',
        say(
          'All campaigns from 2010 to 2024, points west of 104° E. We compare gravity change with levels of 26 observation wells along the Heihe.',
        ),
      ],
      [
        38,
        'fang',
        decide({
          answer: 'approved',
          untilInDays: 240,
          conditions: 'Cite the dataset, and do not redistribute its files.',
        }),
      ],
      [37, 'bai', accept],
      [36, 'bai', download],
      [
        4,
        'bai',
        report({
          results:
            'Gravity fell by up to 42 µGal between 2014 and 2024 where wells dropped most; the trend of both agrees at 19 of 26 wells.',
          publications: paper(
            'Groundwater loss under irrigated land of the middle Heihe seen by repeated gravity; data: Repeated gravity surveys, northern North–South Seismic Belt (sample entry)',
            '10.5555/hexi.2026.052',
          ),
        }),
      ],
    ],
  },
  {
    by: 'song',
    project: 'mass',
    asks: [dataset('gea/gravity')],
    daysAgo: 90,
    next: [
      [90, 'song', send],
      [84, 'fang', decide({ answer: 'approved', untilInDays: 365 })],
      [
        20,
        'fang',
        about(0, (itemId) => ({
          command: 'revocation',
          itemId,
          reason: '账号被转借给项目组以外的人员下载。',
        })),
      ],
    ],
  },
  // A loan of samples, partly given back; a service.
  {
    by: 'jiang',
    project: 'health',
    asks: [{ ...samples('ice-archive', 12), loan: true }],
    daysAgo: 100,
    next: [
      [100, 'jiang', send],
      [96, 'wen_xi', decide({ answer: 'approved', conditions: '−20 ℃ 运输，年底前归还。' })],
      [95, 'jiang', accept],
      [90, 'wen_xi', ship({ way: 'pick_up', collectedBy: '江望舒课题组 马师傅' })],
      [15, 'wen_xi', giveBack(8, '未融化，标签完好')],
    ],
  },
  {
    by: 'xu',
    project: 'meadow',
    asks: [{ record: 'instrument/nieer/laser-isotopes' }],
    daysAgo: 18,
    next: [
      [18, 'xu', send],
      [16, 'wen_xi', approve],
      [15, 'xu', accept],
      [14, 'wen_xi', order],
    ],
  },
  // Going on.
  {
    by: 'bai',
    project: 'saline',
    asks: [seeds('forage/alfalfa-4', 150), seeds('forage/sweet-clover-3', 150)],
    answers: field('高台县骆驼城镇'),
    daysAgo: 21,
    next: [
      [21, 'bai', send],
      [20, 'wen_xi', say('两份材料都可以提供。是否需要根瘤菌剂？')],
      [19, 'bai', say('Thank you. No inoculant is needed, we isolate our own.')],
      [17, 'wen_xi', approve],
      [16, 'bai', accept],
      [6, 'wen_xi', ship({ way: 'carrier', carrier: '顺丰速运', tracking: 'SF1472583690126' })],
    ],
  },
  {
    by: 'xu',
    project: 'meadow',
    asks: [
      seeds('forage/bromus-3', 150),
      seeds('forage/leymus-1'),
      seeds('forage/yellow-alfalfa-2', 60),
    ],
    answers: field('祁连县阿柔乡'),
    daysAgo: 16,
    next: [
      [16, 'xu', send],
      [12, 'wen_xi', approve],
      [11, 'xu', accept],
      [3, 'wen_xi', pick(2)],
    ],
  },
  {
    by: 'he',
    project: 'winter',
    asks: [seeds('forage/oat-6', 200)],
    answers: field('夏河县桑科镇'),
    daysAgo: 9,
    next: [
      [9, 'he', send],
      [7, 'wen_xi', approve],
      [6, 'he', accept],
    ],
  },
  {
    by: 'bai',
    project: 'saline',
    asks: [seeds('forage/yellow-alfalfa-1', 80), seeds('forage/yellow-alfalfa-3', 200)],
    answers: greenhouse,
    daysAgo: 14,
    next: [
      [14, 'bai', send],
      [
        8,
        'wen_xi',
        decide(
          { answer: 'approved', quantity: 50, conditions: '库存有限，先提供 50 粒。' },
          { answer: 'rejected', reason: '仅存一份批次，须先繁殖更新。' },
        ),
      ],
    ],
  },
  {
    by: 'xu',
    project: 'meadow',
    asks: [seeds('forage/leymus-2', 200)],
    answers: field('祁连县阿柔乡'),
    daysAgo: 24,
    next: [
      [24, 'xu', send],
      [
        18,
        'lu',
        decide({ answer: 'rejected', reason: '该材料为野生居群，库存不足以提供 200 粒。' }),
      ],
      [
        5,
        'xu',
        about(0, (itemId) => ({
          command: 'appeal',
          itemId,
          note: '若库存有限，40 粒也可以先做发芽试验。',
        })),
      ],
    ],
  },
  {
    by: 'wen',
    project: 'rhizobia',
    asks: [seeds('forage/alfalfa-11'), seeds('forage/alfalfa-14')],
    answers: greenhouse,
    daysAgo: 22,
    next: [
      [22, 'wen', send],
      [21, 'wen_xi', give({ command: 'labelling', labels: ['急', '待查库存'] })],
      [20, 'lu', give({ command: 'note', text: '民勤批次去年发芽率偏低，先抽检再定。' })],
    ],
  },
  {
    by: 'song',
    project: 'cold',
    asks: [seeds('forage/oat-7', 120)],
    answers: field('门源县浩门镇'),
    daysAgo: 5,
    next: [
      [5, 'song', send],
      [1, 'wen_xi', claim],
    ],
  },
  {
    by: 'jiang',
    project: 'health',
    asks: [seeds('forage/sainfoin-3', 60), seeds('forage/sainfoin-4', 60)],
    answers: field('榆中县和平镇'),
    daysAgo: 3,
    next: [[3, 'jiang', send]],
  },
  {
    by: 'he',
    project: 'winter',
    supervisor: 'lu',
    asks: [seeds('grain/wheat-1'), seeds('grain/hulless-barley-1'), dataset('gaas/wheat-genomes')],
    answers: { ...drought, plan: '三个试验点，随机区组，三次重复。' },
    daysAgo: 13,
    next: [
      [13, 'he', send],
      [12, 'lu', consent],
      [10, 'shen', askReview('ye@hexi.example', '请看一下试验设计。')],
    ],
  },
  {
    by: 'xu',
    project: 'meadow',
    supervisor: 'gu',
    asks: [seeds('grain/hulless-barley-7'), seeds('grain/hulless-barley-10')],
    answers: { traits: ['抗病 | Disease'], contact: 'xu@hexi.example' },
    daysAgo: 2,
    next: [[2, 'xu', send]],
  },
  {
    by: 'bai',
    project: 'teaching',
    asks: [seeds('forage/clover-2', 200)],
    answers: { use: '实验室 | In the laboratory', multiplies: false },
    daysAgo: 7,
    next: [
      [7, 'bai', send],
      [
        4,
        'lu',
        give({ command: 'return', note: '课程用种建议改用商业品种，或说明为什么需要野生居群。' }),
      ],
    ],
  },
  {
    by: 'jiang',
    project: 'health',
    asks: [samples('hexi-cohort', 40)],
    answers: cohort,
    daysAgo: 11,
    next: [[11, 'jiang', send]],
  },
  {
    by: 'bai',
    project: 'saline',
    destination: 'DE',
    asks: [seeds('forage/clover-3', 40)],
    answers: greenhouse,
    daysAgo: 2,
    next: [],
  },
  {
    by: 'xu',
    project: 'meadow',
    asks: [seeds('forage/bromus-4')],
    daysAgo: 1,
    next: [],
  },
]
