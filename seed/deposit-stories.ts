import type { Text } from '../src/core/text.ts'
import type { DataKind, Grade, Sharing } from '../src/deposits/plans/model.ts'

/** One thing that a project promised; with files, its package was begun. */
export type ItemStory = {
  title: Text
  dataKind: DataKind
  grade: Grade
  sharing: Sharing
  sizeGb: number
  dueInDays: number
  embargoInDays?: number
  files?: readonly { name: string; text: string }[]
  described?: object
  parts?: Readonly<Record<string, string>>
  until?: 'draft' | 'unit_check' | 'centre_check' | 'returned' | 'receipted'
  remark?: string
}

/** A project of people who are made up. */
export type DepositStory = {
  title: Text
  funder: string
  awardNumber: string
  leader: string
  by: string
  lab: string
  unit: { institution: string; curator: string }
  items: readonly ItemStory[]
}

const rows = (header: string, count: number, of: (at: number) => string) =>
  [header, ...Array.from({ length: count }, (_, at) => of(at))].join('\n') + '\n'

const described = (name: string, about: Text) => ({
  creators: [{ name, nameType: 'Personal' }],
  publicationYear: 2026,
  resourceTypeGeneral: 'Dataset',
  summary: about,
})

const parts = {
  description: 'readme.txt：变量、单位与缺测值',
  methods: 'readme.txt 第 2 节：观测场与仪器',
  quality: '三级质控，标记见 quality 列',
}

const readme = { name: 'readme.txt', text: '变量、单位、缺测值（-9999）与质量标记说明。\n' }

export const depositStories: readonly DepositStory[] = [
  {
    title: {
      zh: '半干旱区地气相互作用长期观测与模拟',
      en: 'Long-term observation and modelling of land–atmosphere exchange in semi-arid Gansu',
    },
    funder: '国家自然科学基金委员会',
    awardNumber: '42275081',
    leader: '江望舒',
    by: 'jiang',
    lab: 'lzu/atmosphere',
    unit: { institution: 'lzu', curator: 'jiang' },
    items: [
      {
        title: {
          zh: '榆中站近地层气象要素（2023—2025）',
          en: 'Surface weather at Yuzhong, 2023–2025',
        },
        dataKind: 'observation',
        grade: 'general',
        sharing: 'open',
        sizeGb: 1.2,
        dueInDays: 30,
        files: [
          readme,
          {
            name: 'yuzhong/2024.csv',
            text: rows('date,temperature_c,wind_ms,quality', 366, (at) =>
              [
                at + 1,
                (8 + 14 * Math.sin(at / 58)).toFixed(1),
                (2 + (at % 7) / 4).toFixed(1),
                0,
              ].join(','),
            ),
          },
        ],
        described: described('江, 望舒', {
          zh: '榆中站自动气象站三年逐日气温与风速，已完成三级质控。',
          en: 'Daily temperature and wind at Yuzhong over three years, quality controlled.',
        }),
        parts,
        until: 'receipted',
      },
      {
        title: { zh: '涡动相关通量（2024—2025）', en: 'Eddy covariance fluxes, 2024–2025' },
        dataKind: 'observation',
        grade: 'general',
        sharing: 'on_request',
        sizeGb: 86,
        dueInDays: 20,
        embargoInDays: 400,
        files: [
          readme,
          {
            name: 'flux/2025.csv',
            text: rows('half_hour,le_wm2,h_wm2,quality', 480, (at) =>
              [
                at + 1,
                (60 + 40 * Math.sin(at / 8)).toFixed(1),
                (90 + 55 * Math.sin(at / 8)).toFixed(1),
                at % 3,
              ].join(','),
            ),
          },
        ],
        described: described('江, 望舒', {
          zh: '潜热与感热通量半小时值。',
          en: 'Half-hourly latent and sensible heat fluxes.',
        }),
        parts,
        until: 'centre_check',
      },
      {
        title: { zh: '土壤温湿度剖面（2022）', en: 'Soil temperature and moisture profiles, 2022' },
        dataKind: 'observation',
        grade: 'general',
        sharing: 'registered',
        sizeGb: 4,
        dueInDays: -21,
      },
      {
        title: { zh: '区域气候模式输出', en: 'Output of the regional climate model' },
        dataKind: 'simulation',
        grade: 'general',
        sharing: 'on_request',
        sizeGb: 900,
        dueInDays: 90,
      },
    ],
  },
  {
    title: {
      zh: '祁连山冰川与水资源变化综合调查',
      en: 'Survey of glaciers and water in the Qilian Mountains',
    },
    funder: '科学技术部',
    awardNumber: '2023YFF0807204',
    leader: '宋疏影',
    by: 'xu',
    lab: 'nieer/cryosphere',
    unit: { institution: 'nieer', curator: 'shen' },
    items: [
      {
        title: { zh: '冰川末端实测位置（2025）', en: 'Surveyed glacier termini, 2025' },
        dataKind: 'survey',
        grade: 'important',
        sharing: 'on_request',
        sizeGb: 0.3,
        dueInDays: 45,
        files: [
          readme,
          {
            name: 'termini.csv',
            text: rows('glacier,elevation_m', 24, (at) => `G${at + 1},${4210 + 7 * at}`),
          },
        ],
        described: described('许, 清禾', {
          zh: '二十四条冰川末端的实测高程。',
          en: 'Surveyed elevation of 24 glacier termini.',
        }),
        parts,
        until: 'unit_check',
      },
      {
        title: { zh: '冰川区气象观测（2024—2025）', en: 'Weather on the glaciers, 2024–2025' },
        dataKind: 'observation',
        grade: 'general',
        sharing: 'open',
        sizeGb: 2,
        dueInDays: 60,
        files: [
          readme,
          {
            name: 'day.csv',
            text: rows('day,temperature_c', 120, (at) => `${at + 1},-${at % 17}`),
          },
        ],
        described: described('许, 清禾', {
          zh: '冰川区自动站逐日气温。',
          en: 'Daily temperature on the glaciers.',
        }),
        parts,
        until: 'returned',
        remark: 'day.csv 缺少站点坐标，请在 readme 中补充。',
      },
      {
        title: { zh: '水文断面流量（2025）', en: 'Discharge at the gauging sections, 2025' },
        dataKind: 'observation',
        grade: 'general',
        sharing: 'registered',
        sizeGb: 1,
        dueInDays: 75,
        files: [readme],
        parts: {},
        until: 'draft',
      },
    ],
  },
]
