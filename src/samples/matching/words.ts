import type { Text, Words } from '../../core/text.ts'
import type { Order } from './model.ts'
import type { Misfit } from './rules.ts'

/** Why a sample that would fit cannot be had. */
export const misfitNames: Readonly<Record<Misfit, Text>> = {
  out: { zh: '不在库', en: 'not in store' },
  reserved: { zh: '已为其他申请预留', en: 'reserved for another request' },
  consent: { zh: '知情同意不涵盖所述用途', en: 'consent does not cover the stated use' },
  conditions: { zh: '使用条件不允许', en: 'not permitted by use conditions' },
  amount: { zh: '余量不足', en: 'not enough left' },
  criteria: { zh: '不符合所列条件', en: 'does not match the criteria' },
}

export const orderNames: Readonly<Record<Order, Text>> = {
  best: { zh: '优先冻融次数少、余量多', en: 'fewest freeze–thaw cycles, then largest amount' },
  code: { zh: '样本编号', en: 'sample code' },
  newest: { zh: '最近采集', en: 'latest collected' },
  oldest: { zh: '最早采集', en: 'earliest collected' },
  fullest: { zh: '余量最多', en: 'largest amount' },
  youngest: { zh: '年龄最小', en: 'youngest donor' },
  eldest: { zh: '年龄最大', en: 'oldest donor' },
}

export const matchingWords = {
  code: { zh: '样本编号', en: 'Code' },
  type: { zh: '样本类型', en: 'Type' },
  place: { zh: '存放位置', en: 'Location' },
  placeHint: {
    zh: '由外到内的编号，用 / 分隔，例如 F1/R2；包含其中的盒。',
    en: 'Codes from outermost to innermost, separated by /, for example F1/R2. Includes the boxes inside.',
  },
  takenFrom: { zh: '采集不早于', en: 'Collected from' },
  takenTo: { zh: '采集不晚于', en: 'Collected until' },
  show: { zh: '显示', en: 'Show' },
  usable: { zh: '仅可预留的', en: 'Only samples that can be reserved' },
  all: { zh: '包括不能提供的', en: 'Including unavailable samples' },
  sort: { zh: '排序', en: 'Sort by' },
  family: { zh: '材料类别', en: 'Material family' },
  types: { zh: '样本类型', en: 'Sample types' },
  sex: { zh: '性别', en: 'Sex' },
  ageFrom: { zh: '最小年龄', en: 'Age from' },
  ageTo: { zh: '最大年龄', en: 'Age to' },
  diagnoses: { zh: '诊断', en: 'Diagnoses' },
  codesHint: {
    zh: 'ICD-10 或 ORPHA 代码，用逗号分隔，例如 E11, I10；包含下级代码。',
    en: 'ICD-10 or ORPHA codes separated by commas, for example E11, I10. Includes subcodes.',
  },
  yearFrom: { zh: '采集年份起', en: 'Collected from (year)' },
  yearTo: { zh: '采集年份止', en: 'Collected to (year)' },
  minAmount: { zh: '每份至少', en: 'Minimum amount each' },
  amountUnit: { zh: '计量单位', en: 'Unit' },
  purpose: { zh: '研究用途', en: 'Research purpose' },
  purposeHint: {
    zh: '人类样本必填：按供体的知情同意匹配。',
    en: 'Required for human samples; matched with donors’ consent.',
  },
  diseases: { zh: '所研究的疾病', en: 'Diseases studied' },
  diseasesHint: {
    zh: '用途为特定疾病研究时填写 ICD-10 或 ORPHA 代码，用逗号分隔。',
    en: 'Only for research on specific diseases: ICD-10 or ORPHA codes separated by commas.',
  },
  uses: { zh: '其他用途', en: 'Further uses' },
  usesHint: {
    zh: '请勾选所有涉及的用途；没有则不选。',
    en: 'Select all that apply, or none.',
  },
  noDisease: {
    zh: '请填写 ICD-10 代码（例如 E11、E11.9）或 ORPHA 代码（例如 ORPHA:558）。',
    en: 'Enter ICD-10 codes (E11, E11.9) or ORPHA codes (ORPHA:558).',
  },
  wrongOrder: { zh: '结束值不能小于起始值。', en: 'The end cannot be before the start.' },
  unitNeeded: { zh: '请选择计量单位。', en: 'Choose a unit.' },
  diseasesNeeded: {
    zh: '仅用途为特定疾病研究时填写疾病代码。',
    en: 'Enter disease codes only for research on specific diseases.',
  },
  purposeNeeded: {
    zh: '申请人类样本时，请填写研究用途和其他用途。',
    en: 'Requests for human samples must state the research purpose and further uses.',
  },
  atLeast: (amount: string): Text => ({ zh: `每份 ≥ ${amount}`, en: `≥ ${amount} each` }),
  usedFor: (text: Text): Text => ({ zh: `用途：${text.zh}`, en: `for ${text.en}` }),
} satisfies Words

/** What is said of ages, and of years of collection. */
export const ageSpans = {
  between: (from: number, to: number): Text => ({
    zh: `${from}–${to} 岁`,
    en: `aged ${from}–${to}`,
  }),
  since: (from: number): Text => ({ zh: `${from} 岁及以上`, en: `aged ${from} and over` }),
  upTo: (to: number): Text => ({ zh: `${to} 岁及以下`, en: `aged ${to} and under` }),
} satisfies Words

export const yearSpans = {
  between: (from: number, to: number): Text => ({
    zh: `${from}–${to} 年采集`,
    en: `collected ${from}–${to}`,
  }),
  since: (from: number): Text => ({
    zh: `${from} 年及以后采集`,
    en: `collected since ${from}`,
  }),
  upTo: (to: number): Text => ({ zh: `${to} 年及以前采集`, en: `collected until ${to}` }),
} satisfies Words
