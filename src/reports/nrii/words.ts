import type { Text, Words } from '../../core/text.ts'
import type { NriiPart, NriiState, Threshold } from './model.ts'

export const nriiWords = {
  title: { zh: '国家网络上报', en: 'Report to the national network' },
  lead: {
    zh: '上报重大科研基础设施和大型科研仪器国家网络管理平台的数据：先补全，再审批，后上报。',
    en: 'Data reported to the national network of research facilities and instruments (NRII): complete, review, report.',
  },
  staffOnly: {
    zh: '上报数据仅供本单位的资源管理员、审核人和平台管理员查看。',
    en: 'Report data are visible only to the institution’s curators and stewards, and to administrators.',
  },
  noRecord: { zh: '该上报记录不存在。', en: 'This report record does not exist.' },
  reasonNeeded: {
    zh: '请写明国家网络退回的原因，供更正时参考。',
    en: 'Enter why the national network rejected it, so that it can be corrected.',
  },
  notThere: (state: Text): Text => ({
    zh: `这条记录的状态是“${state.zh}”，不能执行此操作。`,
    en: `This is not possible because the record is “${state.en}”.`,
  }),
  unknownPart: { zh: '该类上报数据不存在。', en: 'This part of the report does not exist.' },
  missing: { zh: '未填写', en: 'missing' },
  tooLong: (long: number, max: number): Text => ({
    zh: `超长：${long} 字，最多 ${max} 字`,
    en: `too long: ${long} characters, at most ${max}`,
  }),
  tooMany: (count: number, max: number): Text => ({
    zh: `过多：${count} 项，最多 ${max} 项`,
    en: `too many: ${count}, at most ${max}`,
  }),
  notInList: (value: string): Text => ({
    zh: `“${value}”不在代码表中`,
    en: `“${value}” is not in the code list`,
  }),
  notReadable: (value: string): Text => ({
    zh: `“${value}”格式不对`,
    en: `“${value}” has the wrong format`,
  }),
  parts: { zh: '上报内容', en: 'Parts of the report' },
  filters: { zh: '筛选条件', en: 'Filters' },
  threshold: { zh: '仪器原值', en: 'Original value' },
  from: { zh: '服务结束于', en: 'Ended from' },
  to: { zh: '至', en: 'until' },
  show: { zh: '查看', en: 'Show' },
  states: { zh: '状态', en: 'States' },
  all: { zh: '全部', en: 'All' },
  record: { zh: '记录', en: 'Record' },
  state: { zh: '状态', en: 'State' },
  problems: { zh: '需更正', en: 'Needs correction' },
  complete: { zh: '内容完整', en: 'Complete' },
  xlsxAbout: {
    zh: 'Excel 的第一张表只含内容完整的记录，第二张表列出其余记录缺什么。',
    en: 'The first sheet of the Excel file contains complete records only; the second lists what is missing from the others.',
  },
  reviewAll: (count: number): Text => ({
    zh: `批准 ${count} 条完整记录`,
    en: `Approve ${count} complete records`,
  }),
  reportAll: (count: number): Text => ({
    zh: `将 ${count} 条已批准记录标为已上报`,
    en: `Mark ${count} approved records as reported`,
  }),
  review: { zh: '批准', en: 'Approve' },
  report: { zh: '标为已上报', en: 'Mark as reported' },
  fail: { zh: '标为上报失败', en: 'Mark as failed' },
  reset: { zh: '恢复为未上报', en: 'Reset to not reported' },
  reason: { zh: '退回原因', en: 'Reason for rejection' },
  decided: (count: number): Text => ({
    zh: `已处理 ${count} 条`,
    en: count === 1 ? '1 record updated' : `${count} records updated`,
  }),
  none: { zh: '没有需要上报的记录', en: 'No records to report' },
  noneHint: {
    zh: '请换一个单位、状态或原值范围。',
    en: 'Choose another institution, status or original value.',
  },
  field: { zh: '字段', en: 'Field' },
  value: { zh: '上报值', en: 'Value' },
  problem: { zh: '问题', en: 'Problem' },
  editRecord: { zh: '修改仪器记录', en: 'Edit instrument record' },
  extras: { zh: '补充内容', en: 'Additional information' },
  extrasHint: {
    zh: '这些内容在本系统的记录中没有，仅用于上报。',
    en: 'These are not part of the records here and are used for the report only.',
  },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存补充内容', en: 'Additional information saved' },
  values: { zh: '上报内容', en: 'Reported data' },
  reviewedAt: { zh: '批准时间', en: 'Approved' },
  markedAt: { zh: '标记时间', en: 'Marked' },
  tooManyRecords: {
    zh: '记录过多，请缩短时间范围或选择一个单位。',
    en: 'Too many records. Choose a shorter period or a single institution.',
  },
  sheetProblems: { zh: '需更正', en: 'Needs correction' },
  id: { zh: '编号', en: 'ID' },
  link: { zh: '修改地址', en: 'Edit link' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  countOf: (count: string): Text => ({ zh: `${count} 条`, en: `${count} records` }),
} satisfies Words

export const nriiPartNames: Record<NriiPart, Text> = {
  instruments: { zh: '仪器', en: 'Instruments' },
  'service-records': { zh: '服务记录', en: 'Service records' },
  organisation: { zh: '单位', en: 'Organisation' },
  customs: { zh: '海关监管', en: 'Customs' },
}

export const nriiStateNames: Record<NriiState, Text> = {
  incomplete: { zh: '待更正', en: 'Needs correction' },
  to_review: { zh: '待审批', en: 'Waiting for approval' },
  reviewed: { zh: '已批准，未上报', en: 'Approved, not reported' },
  reported: { zh: '已上报', en: 'Reported' },
  changed: { zh: '上报后有修改', en: 'Changed since report' },
  failed: { zh: '上报失败', en: 'Failed' },
}

export const thresholdNames = (worth: {
  province: number
  nation: number
}): Record<Threshold, Text> => ({
  province: {
    zh: `${worth.province} 万元以上（全省）`,
    en: `CNY ${worth.province}0,000 or more (province)`,
  },
  nation: {
    zh: `${worth.nation} 万元以上（国家）`,
    en: `CNY ${worth.nation}0,000 or more (national)`,
  },
  none: { zh: '不限', en: 'Any' },
})
