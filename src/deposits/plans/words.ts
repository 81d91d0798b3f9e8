import type { Text, Words } from '../../core/text.ts'

export const planWords = {
  deposits: { zh: '数据汇交', en: 'Deposits of data' },
  depositsLead: {
    zh: '项目承诺汇交的数据：登记计划，准备数据包，经单位和中心审核后领取汇交凭证。',
    en: 'What projects promised to deposit: register the plan, prepare each package, and get a receipt after both checks.',
  },
  projects: { zh: '项目', en: 'Projects' },
  project: { zh: '项目', en: 'Project' },
  noProjects: { zh: '还没有登记项目。', en: 'No projects are registered yet.' },
  noProjectsText: {
    zh: '登记项目和汇交计划，大约需要五分钟。',
    en: 'Registering a project and its plan takes about five minutes.',
  },
  newProject: { zh: '登记项目与汇交计划', en: 'Register a project and its plan' },
  newProjectLead: {
    zh: '填写项目信息，并逐项列出要汇交的数据；以后还可以增加或修改。',
    en: 'Say which project it is, and list what it will deposit; more can be added later.',
  },
  editProject: { zh: '修改项目信息', en: 'Change the project' },
  aboutProject: { zh: '项目信息', en: 'About the project' },
  projectTitle: { zh: '项目名称', en: 'Title of the project' },
  funder: { zh: '资助机构', en: 'Funder' },
  funderHint: {
    zh: '例如：国家自然科学基金委员会。',
    en: 'For example the National Natural Science Foundation of China.',
  },
  awardNumber: { zh: '项目编号', en: 'Award number' },
  leader: { zh: '项目负责人', en: 'Principal investigator' },
  acceptanceOn: { zh: '计划验收日期', en: 'Acceptance planned on' },
  acceptanceHint: {
    zh: '资助机构验收时要求出示汇交凭证。',
    en: 'At acceptance, the funder asks for the receipts.',
  },
  institution: { zh: '承担单位', en: 'Carrying institution' },
  institutionHint: {
    zh: '由该单位的资源管理员初审。',
    en: 'Its curators check every package first.',
  },
  centre: { zh: '接收汇交的数据中心', en: 'Data centre that receives the deposit' },
  lab: { zh: '课题组', en: 'Lab' },
  labHint: {
    zh: '课题组成员都可以准备这个项目的数据包。',
    en: 'Its members may all prepare packages of this project.',
  },
  depositor: { zh: '汇交人', en: 'Depositor' },
  noInstitution: { zh: '没有这个单位。', en: 'There is no such institution.' },
  notYourInstitution: {
    zh: '请选择您所在或管理的单位。',
    en: 'Choose an institution that you belong to or keep.',
  },
  noCentre: { zh: '没有这个数据中心。', en: 'There is no such data centre.' },
  noLab: { zh: '没有这个课题组。', en: 'There is no such lab.' },
  notYourLab: {
    zh: '请选择您所在的、属于承担单位的课题组。',
    en: 'Choose a lab of the carrying institution that you belong to.',
  },
  awardTaken: {
    zh: '该单位已经登记过这个项目编号，请在原项目中增加汇交内容。',
    en: 'This institution has registered this award number already: add to that project.',
  },
  noProject: { zh: '没有这个项目，或您无权查看。', en: 'There is no such project for you.' },
  notYours: {
    zh: '只有项目的汇交人、课题组成员或承担单位的资源管理员可以这样做。',
    en: 'Only the depositor, members of the lab and curators of the carrying institution may do this.',
  },
  stale: {
    zh: '在您编辑期间内容已被修改，请刷新后再改。',
    en: 'It was changed meanwhile: reload the page and change it then.',
  },
  plan: { zh: '汇交计划', en: 'Plan' },
  planLead: {
    zh: '每行是一个数据包；空行会被忽略。',
    en: 'Each row is one package; blank rows are left out.',
  },
  itemN: (n: number): Text => ({ zh: `第 ${n} 项`, en: `Item ${n}` }),
  item: { zh: '汇交内容', en: 'Deposit' },
  packages: { zh: '汇交内容', en: 'What is deposited' },
  addItem: { zh: '增加汇交内容', en: 'Add to the plan' },
  editItem: { zh: '修改汇交内容', en: 'Change this item of the plan' },
  itemTitle: { zh: '数据名称', en: 'Title of the data' },
  dataKind: { zh: '数据类型', en: 'Kind of data' },
  sizeGb: { zh: '预计数据量', en: 'Expected size' },
  dueOn: { zh: '汇交期限', en: 'Due on' },
  grade: { zh: '数据分级', en: 'Grade' },
  gradeHint: {
    zh: '按 GB/T 43697-2024：核心数据只汇交、不公开；重要数据不得完全开放。',
    en: 'GB/T 43697-2024: core data are deposited and never published, important data are never fully open.',
  },
  sharing: { zh: '共享方式', en: 'Sharing' },
  embargoUntil: { zh: '保护期至', en: 'Embargo until' },
  embargoHint: {
    zh: '到期前只公开说明信息，不公开数据文件。',
    en: 'Before that day only the description is public, not the files.',
  },
  coreClosed: {
    zh: '核心数据的共享方式只能是“只汇交，不公开”。',
    en: 'Core data can only be deposited, not published.',
  },
  importantNotOpen: {
    zh: '重要数据不得完全开放，请选择其他共享方式。',
    en: 'Important data are never fully open: choose another way of sharing.',
  },
  closedNoEmbargo: {
    zh: '不公开的数据没有保护期。',
    en: 'What is not published has no embargo.',
  },
  tooMany: (most: number): Text => ({
    zh: `一个项目最多列 ${most} 项。`,
    en: `A project has ${most} items at most.`,
  }),
  isDeposited: {
    zh: '这个数据集是一项汇交的数据包，不能删除；不再汇交时，请在汇交页面说明原因。',
    en: 'This dataset is the package of a deposit, so it stays: to give it up, say why on the page of the deposit.',
  },
  noDeposit: { zh: '没有这项汇交，或您无权查看。', en: 'There is no such deposit for you.' },
  notNow: (state: Text): Text => ({
    zh: `当前状态是“${state.zh}”，不能这样做。`,
    en: `It is in the state “${state.en}”: this cannot be done now.`,
  }),
  none: { zh: '没有汇交内容。', en: 'No deposits.' },
  noneText: {
    zh: '登记项目后，计划中的每一项都会列在这里。',
    en: 'Once a project is registered, every item of its plan is here.',
  },
  state: { zh: '状态', en: 'State' },
  timing: { zh: '期限', en: 'Timing' },
  onlyLate: { zh: '已逾期', en: 'Late' },
  receipt: { zh: '汇交凭证', en: 'Receipt' },
  checkUntil: { zh: '中心审核期限', en: 'Centre checks until' },
  registered: (items: number): Text => ({
    zh: `项目已登记，计划含 ${items} 项。`,
    en: `Registered, with ${items} ${items === 1 ? 'item' : 'items'}.`,
  }),
  added: { zh: '已增加到计划。', en: 'Added to the plan.' },
  ofInstitution: (name: Text): Text => ({
    zh: `${name.zh}的数据汇交`,
    en: `Deposits of data by ${name.en}`,
  }),
} satisfies Words

/** What is counted of a project and of an institution. */
export const countNames = {
  promised: { zh: '承诺汇交', en: 'Promised' },
  late: { zh: '已逾期', en: 'Late' },
  inCheck: { zh: '审核中', en: 'In check' },
  returned: { zh: '已退回', en: 'Returned' },
  receipted: { zh: '已发凭证', en: 'Receipted' },
} satisfies Words
