import type { Text, Words } from '../../core/text.ts'
import type { Order } from './model.ts'
import type { Misfit } from './rules.ts'

/** Why a sample that would fit cannot be had. */
export const misfitNames: Readonly<Record<Misfit, Text>> = {
  out: { zh: '不在库', en: 'not in store' },
  reserved: { zh: '已为其他申请预留', en: 'reserved for another request' },
  consent: { zh: '知情同意不涵盖所述用途', en: 'consent does not cover the stated use' },
  conditions: { zh: '使用条件不允许', en: 'use conditions forbid it' },
  amount: { zh: '余量不足', en: 'too little is left' },
  criteria: { zh: '不符合所列条件', en: 'not what was asked for' },
}

export const orderNames: Readonly<Record<Order, Text>> = {
  best: { zh: '先冻融少、余量多的', en: 'fewest freeze–thaws, then fullest' },
  code: { zh: '样本编号', en: 'code' },
  newest: { zh: '最近采集', en: 'taken last' },
  oldest: { zh: '最早采集', en: 'taken first' },
  fullest: { zh: '余量最多', en: 'fullest' },
  youngest: { zh: '年龄最小', en: 'youngest donor' },
  eldest: { zh: '年龄最大', en: 'eldest donor' },
}

export const matchingWords = {
  code: { zh: '样本编号', en: 'Code' },
  type: { zh: '样本类型', en: 'Type' },
  place: { zh: '存放位置', en: 'Place' },
  placeHint: {
    zh: '由外到内的编号，用 / 隔开，例如 F1/R2；包括其中的盒。',
    en: 'Codes from the outside in with / between them, as F1/R2; boxes inside are included.',
  },
  takenFrom: { zh: '采集不早于', en: 'Taken from' },
  takenTo: { zh: '采集不晚于', en: 'Taken until' },
  show: { zh: '显示', en: 'Show' },
  usable: { zh: '只看可预留的', en: 'only those that can be reserved' },
  all: { zh: '也看不能提供的', en: 'also those that cannot' },
  sort: { zh: '排序', en: 'Sorted by' },
  family: { zh: '材料类别', en: 'Kind of material' },
  types: { zh: '样本类型', en: 'Sample types' },
  sex: { zh: '性别', en: 'Sex' },
  ageFrom: { zh: '最小年龄', en: 'Age from' },
  ageTo: { zh: '最大年龄', en: 'Age to' },
  diagnoses: { zh: '诊断', en: 'Diagnoses' },
  codesHint: {
    zh: 'ICD-10 或 ORPHA 编码，用逗号分隔，例如 E11, I10；包括其下级编码。',
    en: 'ICD-10 or ORPHA codes with commas between them, as E11, I10; narrower ones are included.',
  },
  yearFrom: { zh: '采集年份起', en: 'Taken from' },
  yearTo: { zh: '采集年份止', en: 'Taken to' },
  minAmount: { zh: '每份至少', en: 'At least, in each' },
  amountUnit: { zh: '计量单位', en: 'Unit of the amount' },
  purpose: { zh: '研究用途', en: 'Research purpose' },
  purposeHint: {
    zh: '人类样本必填：按供体的知情同意匹配。',
    en: 'Needed for human samples: it is matched with what donors agreed to.',
  },
  diseases: { zh: '所研究的疾病', en: 'Diseases studied' },
  diseasesHint: {
    zh: '仅用途为特定疾病研究时填写，ICD-10 或 ORPHA 编码，用逗号分隔。',
    en: 'Only for research on named diseases: ICD-10 or ORPHA codes with commas between them.',
  },
  uses: { zh: '其他用途', en: 'Further uses' },
  usesHint: {
    zh: '凡涉及的都要勾选；没有则不选。',
    en: 'Tick all that apply; none where none does.',
  },
  noDisease: {
    zh: '请填写 ICD-10 编码（如 E11、E11.9）或 ORPHA 编码（如 ORPHA:558）。',
    en: 'Give codes of ICD-10 (E11, E11.9) or ORPHA (ORPHA:558).',
  },
  wrongOrder: { zh: '不能小于起始值。', en: 'The end is before the beginning.' },
  unitNeeded: { zh: '请选择计量单位。', en: 'Choose the unit of the amount.' },
  diseasesNeeded: {
    zh: '用途为特定疾病研究时填写疾病编码，其他用途不填。',
    en: 'Name the diseases for research on named diseases, and for no other purpose.',
  },
  purposeNeeded: {
    zh: '申请人类样本，请写明研究用途和其他用途。',
    en: 'Requests for human samples state the research purpose and further uses.',
  },
  ages: (from: string, to: string): Text => ({ zh: `${from}–${to} 岁`, en: `aged ${from}–${to}` }),
  years: (from: string, to: string): Text => ({
    zh: `${from}–${to} 年采集`,
    en: `taken ${from}–${to}`,
  }),
  atLeast: (amount: string): Text => ({ zh: `每份 ≥ ${amount}`, en: `≥ ${amount} each` }),
  usedFor: (text: Text): Text => ({ zh: `用途：${text.zh}`, en: `for ${text.en}` }),
} satisfies Words
