import type { Text, Words } from '../../core/text.ts'

export const planWords = {
  deposits: { zh: '数据汇交', en: 'Data deposits' },
  depositsLead: {
    zh: '项目承诺汇交的数据：登记计划，准备数据包，经单位和数据中心审核后取得汇交凭证。',
    en: 'Data that projects have committed to deposit. Register the plan, prepare the packages and get a receipt after review by the institution and the data centre.',
  },
  projects: { zh: '项目', en: 'Projects' },
  project: { zh: '项目', en: 'Project' },
  noProjects: { zh: '还没有登记项目。', en: 'No projects yet.' },
  noProjectsText: {
    zh: '登记项目和汇交计划，大约需要五分钟。',
    en: 'Registering a project and its plan takes about five minutes.',
  },
  newProject: { zh: '登记项目与汇交计划', en: 'Register project and deposit plan' },
  newProjectLead: {
    zh: '填写项目信息，逐项列出要汇交的数据；之后可以增加或修改。',
    en: 'Enter the project and list the data to deposit. You can add or change items later.',
  },
  editProject: { zh: '修改项目信息', en: 'Edit project' },
  aboutProject: { zh: '项目信息', en: 'Project details' },
  projectTitle: { zh: '项目名称', en: 'Project title' },
  funder: { zh: '资助机构', en: 'Funder' },
  funderHint: {
    zh: '例如：国家自然科学基金委员会。',
    en: 'For example the National Natural Science Foundation of China.',
  },
  awardNumber: { zh: '项目编号', en: 'Grant number' },
  leader: { zh: '项目负责人', en: 'Principal investigator' },
  acceptanceOn: { zh: '计划验收日期', en: 'Planned acceptance date' },
  acceptanceHint: {
    zh: '资助机构验收时需要汇交凭证。',
    en: 'Funders require the receipts at project acceptance.',
  },
  institution: { zh: '承担单位', en: 'Host institution' },
  institutionHint: {
    zh: '由该单位的资源管理员初审。',
    en: 'Its curators review each package first.',
  },
  centre: { zh: '接收汇交的数据中心', en: 'Data centre' },
  lab: { zh: '课题组', en: 'Lab' },
  labHint: {
    zh: '课题组成员都可以准备这个项目的数据包。',
    en: 'All members of the lab can prepare packages for this project.',
  },
  depositor: { zh: '汇交人', en: 'Depositor' },
  noInstitution: { zh: '单位不存在。', en: 'This institution does not exist.' },
  notYourInstitution: {
    zh: '请选择您所在或管理的单位。',
    en: 'Choose an institution you belong to or manage.',
  },
  noCentre: { zh: '数据中心不存在。', en: 'This data centre does not exist.' },
  noLab: { zh: '课题组不存在。', en: 'This lab does not exist.' },
  notYourLab: {
    zh: '请选择您所在的、属于承担单位的课题组。',
    en: 'Choose a lab of the host institution that you are a member of.',
  },
  awardTaken: {
    zh: '该单位已登记此项目编号，请在原项目中增加汇交内容。',
    en: 'The institution has already registered this grant number. Add to that project instead.',
  },
  noProject: {
    zh: '项目不存在，或您没有访问权限。',
    en: 'This project does not exist, or you do not have access.',
  },
  notYours: {
    zh: '只有项目的汇交人、课题组成员或承担单位的资源管理员可以执行此操作。',
    en: 'Only the depositor, lab members and curators of the host institution can do this.',
  },
  stale: {
    zh: '编辑期间内容已被他人修改，请刷新后重试。',
    en: 'This was changed by someone else in the meantime. Reload the page and try again.',
  },
  plan: { zh: '汇交计划', en: 'Deposit plan' },
  planLead: {
    zh: '每行是一个数据包；空行会被忽略。',
    en: 'One package per row. Empty rows are ignored.',
  },
  itemN: (n: number): Text => ({ zh: `第 ${n} 项`, en: `Item ${n}` }),
  item: { zh: '汇交内容', en: 'Deposit' },
  packages: { zh: '汇交内容', en: 'Packages' },
  addItem: { zh: '增加汇交内容', en: 'Add to the plan' },
  editItem: { zh: '修改汇交内容', en: 'Edit plan item' },
  itemTitle: { zh: '数据名称', en: 'Data title' },
  dataKind: { zh: '数据类型', en: 'Data type' },
  sizeGb: { zh: '预计数据量', en: 'Expected size' },
  dueOn: { zh: '汇交期限', en: 'Due date' },
  grade: { zh: '数据分级', en: 'Classification' },
  gradeHint: {
    zh: '按 GB/T 43697-2024：核心数据只汇交、不公开；重要数据不得完全开放。',
    en: 'GB/T 43697-2024: core data is deposited but not published; important data cannot be fully open.',
  },
  sharing: { zh: '共享方式', en: 'Sharing' },
  embargoUntil: { zh: '保护期至', en: 'Embargo until' },
  embargoHint: {
    zh: '到期前仅公开说明信息，不公开数据文件。',
    en: 'Before that date, only the description is public, not the files.',
  },
  coreClosed: {
    zh: '核心数据的共享方式只能是“只汇交，不公开”。',
    en: 'Core data can only be deposited, not published.',
  },
  importantNotOpen: {
    zh: '重要数据不得完全开放，请选择其他共享方式。',
    en: 'Important data cannot be fully open. Choose another way of sharing.',
  },
  closedNoEmbargo: {
    zh: '不公开的数据没有保护期。',
    en: 'Data that is not published cannot have an embargo.',
  },
  tooMany: (most: number): Text => ({
    zh: `一个项目最多 ${most} 项。`,
    en: `A project can have up to ${most} items.`,
  }),
  isDeposited: {
    zh: '此数据集是一项汇交的数据包，不能删除；如需取消汇交，请在汇交页面说明原因。',
    en: 'This dataset is the package of a deposit and cannot be deleted. To cancel the deposit, give the reason on its page.',
  },
  noDeposit: {
    zh: '汇交不存在，或您没有访问权限。',
    en: 'This deposit does not exist, or you do not have access.',
  },
  notNow: (state: Text): Text => ({
    zh: `当前状态为“${state.zh}”，不能执行此操作。`,
    en: `The current status is “${state.en}”, so this is not possible.`,
  }),
  none: { zh: '没有汇交内容。', en: 'No deposits.' },
  noneText: {
    zh: '登记项目后，计划中的各项会列在这里。',
    en: 'Items of the plan are listed here after you register a project.',
  },
  state: { zh: '状态', en: 'Status' },
  timing: { zh: '期限', en: 'Deadline' },
  onlyLate: { zh: '已逾期', en: 'Overdue' },
  receipt: { zh: '汇交凭证', en: 'Receipt' },
  checkUntil: { zh: '中心审核期限', en: 'Review deadline of the data centre' },
  registered: (items: number): Text => ({
    zh: `项目已登记，计划含 ${items} 项。`,
    en: `Project registered with ${items} ${items === 1 ? 'item' : 'items'}.`,
  }),
  added: { zh: '已增加到计划。', en: 'Added to the plan.' },
  ofInstitution: (name: Text): Text => ({
    zh: `${name.zh}的数据汇交`,
    en: `Data deposits by ${name.en}`,
  }),
} satisfies Words

/** What is counted of a project and of an institution. */
export const countNames = {
  promised: { zh: '承诺汇交', en: 'Committed' },
  late: { zh: '已逾期', en: 'Overdue' },
  inCheck: { zh: '审核中', en: 'Under review' },
  returned: { zh: '已退回', en: 'Returned' },
  receipted: { zh: '已发凭证', en: 'Receipts issued' },
} satisfies Words
