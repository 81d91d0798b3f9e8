import type { AuditNames } from '../audit/model.ts'
import type { Text, Words } from '../core/text.ts'

/** Refusals of whatever is asked of an instrument. */
export const instrumentWords = {
  noInstrument: { zh: '该仪器不存在。', en: 'This instrument does not exist.' },
  notPublished: {
    zh: '这台仪器未发布，不接受新的预约、委托和报名。',
    en: 'This instrument is not published: it takes no new bookings, orders or enrolments.',
  },
  notStaff: {
    zh: '只有仪器的管理人员可以执行此操作。',
    en: 'Only the instrument’s staff can do this.',
  },
} satisfies Words

/** What to say beside a field of an instrument's form where people go wrong. */
export const hints: Readonly<Record<string, Text>> = {
  innerId: {
    zh: '单位内部唯一的编号，上报后不再修改。',
    en: 'Unique inside the institution; keep it once it has been reported.',
  },
  instrCategory: {
    zh: '国家大型科研仪器分类，6 位数字；只知道大类时选大类。',
    en: 'Six digits of the national classification; choose the class when the subclass is unclear.',
  },
  worth: {
    zh: '以万元为单位的原值，两位小数。',
    en: 'Original value in units of 10,000 yuan, two decimals.',
  },
  beginDate: {
    zh: '通过验收、开始使用的日期，不是购置日期。',
    en: 'The day it passed acceptance and went into use, not the day of purchase.',
  },
  instrVersion: { zh: '制造商标注的规格型号。', en: 'The model as the manufacturer writes it.' },
  technical: {
    zh: '不超过 500 字；写指标和数值，例如“分辨率 0.8 nm（15 kV）”。',
    en: 'Up to 500 characters; figures with units, as “resolution 0.8 nm at 15 kV”.',
  },
  function: {
    zh: '不超过 300 字；写能做什么，不写参数。',
    en: 'Up to 300 characters; what it can do rather than its figures.',
  },
  funds: { zh: '最多 4 项。', en: 'Up to four.' },
  runMachine: {
    zh: '一年内的有效机时：准备、测试和后处理之和。',
    en: 'Effective hours of a year: preparation, measurement and post-processing.',
  },
  serviceMachine: {
    zh: '年总运行机时中为他人服务的部分。',
    en: 'The part of the running hours that served others.',
  },
  contact: {
    zh: '所有人可见；请填岗位或平台名称，不填个人信息。',
    en: 'Shown to everybody: name the office or platform rather than a person.',
  },
  phone: {
    zh: '所有人可见；请填办公电话。',
    en: 'Shown to everybody: the number of an office, not of a person.',
  },
  email: {
    zh: '所有人可见；请填公用邮箱。',
    en: 'Shown to everybody: a shared mailbox.',
  },
  lng: { zh: 'WGS84，十进制度，东经为正。', en: 'WGS84, decimal degrees, east positive.' },
  lat: { zh: 'WGS84，十进制度，北纬为正。', en: 'WGS84, decimal degrees, north positive.' },
  customsNumber: { zh: '报关单上的 18 位编号。', en: 'The 18 characters of the declaration.' },
  measuredVariables: {
    zh: '仪器测量的物理量，例如“δ13C”。',
    en: 'The quantities that it measures, as “δ13C”.',
  },
}

export const instrumentAudit = {
  entities: {
    instrument: { zh: '仪器', en: 'Instrument' },
  },
  actions: {},
} as const satisfies AuditNames
