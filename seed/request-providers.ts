import { Fields } from '../src/orders/forms/model.ts'
import type { Text } from '../src/core/text.ts'
import type { NewFee } from '../src/requests/fees/model.ts'
import type { ChosenSettings } from '../src/requests/providers/model.ts'

/** An institution, or one of its collections by its key, and who chooses for it. */
export type ProviderStory = { institution: string; collection?: string; curator: string }

export const settings: readonly (ProviderStory & { chosen: ChosenSettings })[] = [
  {
    institution: 'gsau',
    curator: 'ye',
    chosen: {
      answerDays: 7,
      quorum: 0,
      needsConsent: false,
      appealDays: 30,
      reportMonths: 12,
      mailbox: 'genebank@gsau.hexi.example',
    },
  },
  {
    institution: 'gaas',
    curator: 'shen',
    chosen: { answerDays: 10, quorum: 0, needsConsent: true, appealDays: 30, reportMonths: 12 },
  },
  {
    institution: 'lzuh',
    collection: 'collection/hexi-cohort',
    curator: 'du',
    chosen: { answerDays: 15, quorum: 1, needsConsent: false, appealDays: 15, reportMonths: 6 },
  },
]

/** What material costs, in 分. */
export const fees: readonly (ProviderStory & { fee: Omit<NewFee, 'institution' | 'record'> })[] = [
  {
    institution: 'gsau',
    curator: 'ye',
    fee: { unit: 'gram', own: 0, member: 200, external: 500, note: '清选与分装' },
  },
  {
    institution: 'lzuh',
    collection: 'collection/hexi-cohort',
    curator: 'du',
    fee: {
      unit: 'sample',
      own: 3000,
      member: 8000,
      external: 12_000,
      note: '取样、质检与冷链包装',
    },
  },
]

const seed = Fields.parse([
  {
    key: 'before_sowing',
    type: 'label',
    label: {
      zh: '种子按现状提供，播种前请自测发芽率。',
      en: 'Seed is given as it is: test its germination before sowing.',
    },
  },
  {
    key: 'use',
    type: 'choice',
    label: { zh: '种植方式', en: 'How it is grown' },
    choices: ['田间 | In the field', '温室 | In a greenhouse', '实验室 | In the laboratory'],
    required: true,
  },
  {
    key: 'site',
    type: 'text',
    label: { zh: '试验地点', en: 'Where the trial is' },
    help: { zh: '县和乡镇', en: 'County and township' },
    when: { field: 'use', is: '田间 | In the field' },
    required: true,
  },
  { key: 'area', type: 'number', label: { zh: '试验面积', en: 'Area of the trial' }, unit: 'm²' },
  { key: 'sown_on', type: 'date', label: { zh: '计划播种日期', en: 'Planned day of sowing' } },
  {
    key: 'multiplies',
    type: 'yes_no',
    label: { zh: '将自行繁种', en: 'Seed will be multiplied' },
  },
])

const crops = Fields.parse([
  {
    key: 'traits',
    type: 'choices',
    label: { zh: '关注的性状', en: 'Traits of interest' },
    choices: ['产量 | Yield', '抗旱 | Drought', '抗病 | Disease', '品质 | Quality'],
    required: true,
  },
  {
    key: 'plan',
    type: 'long',
    label: { zh: '试验方案', en: 'Plan of the trial' },
    help: { zh: '对照、重复和观测项目', en: 'Controls, replicates and what is observed' },
  },
  {
    key: 'sites',
    type: 'table',
    label: { zh: '试验点', en: 'Sites' },
    columns: ['地点', '海拔（m）', '年份'],
  },
  { key: 'contact', type: 'email', label: { zh: '收件联系邮箱', en: 'E-mail of the recipient' } },
])

const human = Fields.parse([
  {
    key: 'ethics',
    type: 'text',
    label: { zh: '伦理批件号', en: 'Number of the ethics approval' },
    required: true,
  },
  {
    key: 'approval',
    type: 'file',
    label: { zh: '伦理批件', en: 'Ethics approval' },
  },
  {
    key: 'foreign',
    type: 'yes_no',
    label: { zh: '有境外合作方', en: 'There are partners abroad' },
    required: true,
  },
  {
    key: 'partners',
    type: 'long',
    label: { zh: '境外合作方及其分工', en: 'Partners abroad and what they do' },
    when: { field: 'foreign', is: true },
    required: true,
  },
])

export const forms: readonly (ProviderStory & { title: Text; fields: Fields })[] = [
  {
    institution: 'gsau',
    curator: 'ye',
    title: { zh: '饲草种质利用申请表', en: 'Request for forage germplasm' },
    fields: seed,
  },
  {
    institution: 'gaas',
    curator: 'shen',
    title: { zh: '作物种质与数据利用申请表', en: 'Request for crop germplasm and data' },
    fields: crops,
  },
  {
    institution: 'lzuh',
    collection: 'collection/hexi-cohort',
    curator: 'du',
    title: { zh: '人类样本利用申请表', en: 'Request for human samples' },
    fields: human,
  },
]

export type ProjectStory = {
  by: string
  key: string
  title: string
  purpose: string
  intendedUse: readonly string[]
  awardNumber?: string
  ethicsNumber?: string
  endsInDays: number
}

export const projects: readonly ProjectStory[] = [
  {
    by: 'bai',
    key: 'saline',
    title: 'Forage legumes on saline soils of the Hexi Corridor',
    purpose:
      'Compare seedling growth of alfalfa and its wild relatives under salt, and find accessions for restoring saline fields near Zhangye.',
    intendedUse: ['DUO:0000042'],
    awardNumber: '23JRRG0012',
    endsInDays: 500,
  },
  {
    by: 'bai',
    key: 'teaching',
    title: 'Practical course in seed biology',
    purpose: 'Germination tests by third-year students, twelve groups of four.',
    intendedUse: [],
    endsInDays: 200,
  },
  {
    by: 'bai',
    key: 'groundwater',
    title: 'Groundwater of the middle Heihe from repeated gravity',
    purpose:
      'Tell the storage of groundwater under irrigated land from changes of gravity between campaigns.',
    intendedUse: ['DUO:0000031'],
    endsInDays: 420,
  },
  {
    by: 'song',
    key: 'mass',
    title: '祁连山冰川质量变化的重力验证',
    purpose: '用重复重力测量检验冰川物质平衡模型。',
    intendedUse: ['DUO:0000031'],
    endsInDays: 380,
  },
  {
    by: 'xu',
    key: 'meadow',
    title: '祁连山退化高寒草甸补播试验',
    purpose: '筛选适合 3000 m 以上补播的禾草与豆科材料，比较越冬率和盖度恢复。',
    intendedUse: ['DUO:0000042'],
    awardNumber: '42371148',
    endsInDays: 700,
  },
  {
    by: 'gu',
    key: 'dust',
    title: '河西绿洲作物水分来源的同位素示踪',
    purpose: '测定小麦和苜蓿茎水的氢氧同位素，区分灌溉水与地下水的贡献。',
    intendedUse: ['DUO:0000031'],
    awardNumber: '42273012',
    endsInDays: 90,
  },
  {
    by: 'jiang',
    key: 'health',
    title: '沙尘暴露与慢病风险的关联研究',
    purpose: '将半干旱区气溶胶观测与队列样本的炎症指标关联，评估沙尘天气的健康影响。',
    intendedUse: ['DUO:0000037', 'DUO:0000032'],
    ethicsNumber: 'LZU-2026-IRB-118',
    endsInDays: 900,
  },
  {
    by: 'song',
    key: 'cold',
    title: '高寒区青稞与小麦的冻害模型',
    purpose: '用地方种的抗寒性数据率定冻害模型。',
    intendedUse: ['DUO:0000042'],
    endsInDays: 400,
  },
  {
    by: 'he',
    key: 'winter',
    title: '麦类与燕麦地方种的越冬性',
    purpose: '比较地方种在高寒区的越冬率，并与基因型数据关联。',
    intendedUse: ['DUO:0000042', 'DUO:0000031'],
    endsInDays: 600,
  },
  {
    by: 'qin',
    key: 'feed',
    title: '牦牛冷季补饲草种比较',
    purpose: '比较燕麦与苜蓿青贮对牦牛冷季掉膘的影响。',
    intendedUse: ['DUO:0000042'],
    endsInDays: 300,
  },
  {
    by: 'wen',
    key: 'rhizobia',
    title: '盐碱土苜蓿根瘤菌的分离',
    purpose: '以地方品种为诱捕植物，分离耐盐根瘤菌。',
    intendedUse: ['DUO:0000042'],
    endsInDays: 250,
  },
]
