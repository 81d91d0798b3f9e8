import type { Text, Words } from '../../core/text.ts'
import type { DataKind, DepositState, Grade, Sharing, Side } from '../plans/model.ts'

export const stateNames: Readonly<Record<DepositState, Text>> = {
  promised: { zh: '待汇交', en: 'To be deposited' },
  draft: { zh: '准备中', en: 'In preparation' },
  unit_check: { zh: '单位审核中', en: 'Institution review' },
  centre_check: { zh: '中心审核中', en: 'Data centre review' },
  returned: { zh: '已退回修改', en: 'Returned for changes' },
  receipted: { zh: '已发凭证', en: 'Receipt issued' },
  ended: { zh: '已取消汇交', en: 'Cancelled' },
}

/** What the audit calls fields that no form has; parts by the codes that an installation begins with. */
export const depositFieldNames = {
  state: { zh: '状态', en: 'State' },
  note: { zh: '说明', en: 'Note' },
  items: { zh: '计划中的项数', en: 'Plan items' },
  data: { zh: '数据实体', en: 'Data files' },
  description: { zh: '数据说明文档', en: 'Data documentation' },
  methods: { zh: '采集与处理方法', en: 'Collection and processing methods' },
  quality: { zh: '质量控制说明', en: 'Quality control' },
  software: { zh: '软件、代码', en: 'Software and code' },
  rights: { zh: '权属与授权声明', en: 'Rights and licence statement' },
} satisfies Words

/** The audit of the settings is of centres, parts and days alike. */
export const settingFieldNames = {
  code: { zh: '代码', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
} satisfies Words

export const gradeNames: Readonly<Record<Grade, Text>> = {
  general: { zh: '一般数据', en: 'General' },
  important: { zh: '重要数据', en: 'Important' },
  core: { zh: '核心数据', en: 'Core' },
}

export const sharingNames: Readonly<Record<Sharing, Text>> = {
  open: { zh: '完全开放', en: 'Fully open' },
  registered: { zh: '登录后获取', en: 'Registered users' },
  on_request: { zh: '申请后获取', en: 'On request' },
  closed: { zh: '只汇交，不公开', en: 'Deposit only, not published' },
}

export const dataKindNames: Readonly<Record<DataKind, Text>> = {
  observation: { zh: '观测监测', en: 'Observations' },
  experiment: { zh: '实验测试', en: 'Experiments' },
  survey: { zh: '调查考察', en: 'Surveys' },
  simulation: { zh: '模拟计算', en: 'Simulations' },
  imagery: { zh: '影像与遥感', en: 'Images and remote sensing' },
  sample: { zh: '标本与样本', en: 'Specimens and samples' },
  derived: { zh: '整编加工', en: 'Compiled or derived' },
  other: { zh: '其他', en: 'Other' },
}

export const sideNames: Readonly<Record<Side, Text>> = {
  depositor: { zh: '汇交人', en: 'Depositor' },
  unit: { zh: '承担单位', en: 'Host institution' },
  centre: { zh: '数据中心', en: 'Data centre' },
}
