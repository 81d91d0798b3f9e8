import type { Text, Words } from '../../core/text.ts'

export const madeWords = {
  codeTaken: {
    zh: '本单位已有该编号的样本，请更换编号。',
    en: 'The institution already has a sample with this code. Choose another.',
  },
  donorWithdrawn: {
    zh: '其中有供体已撤回同意，不能再登记其样本。',
    en: 'A donor of these samples withdrew consent. No more of their samples can be added.',
  },
  parentBlocked: {
    zh: '其中有样本因供体撤回同意已停用。',
    en: 'A sample is blocked because its donor withdrew consent.',
  },
  tooLittle: {
    zh: '余量不足，请减少份数或用量。',
    en: 'Not enough left. Reduce the number or amount.',
  },
  notInStore: {
    zh: '样本不在库，不能取用。',
    en: 'This sample is not in store and cannot be used.',
  },
} satisfies Words

export const sampleListWords = {
  import: { zh: '导入与导出', en: 'Import and export' },
  samples: { zh: '样本', en: 'Samples' },
  samplesOf: (title: Text): Text => ({ zh: `${title.zh}的样本`, en: `Samples of ${title.en}` }),
  sampleOf: (code: string): Text => ({ zh: `样本 ${code}`, en: `Sample ${code}` }),
  allLead: {
    zh: '您管理的各样本集的样本；扫描管上的编号可直接打开。',
    en: 'Samples of the collections you manage. Scan a tube to open its sample.',
  },
  lead: {
    zh: '仅本样本集的管理人员可见；已撤回同意的供体的样本不再列出。',
    en: 'Visible only to staff of this collection. Samples of donors who withdrew consent are not listed.',
  },
  none: { zh: '没有符合条件的样本。', en: 'No matching samples.' },
  add: { zh: '登记样本', en: 'Add sample' },
  registerAs: (code: string): Text => ({ zh: `登记样本 ${code}`, en: `Register sample ${code}` }),
  whichCollection: { zh: '属于哪个样本集？', en: 'Which collection does it belong to?' },
  noCollection: {
    zh: '您在本单位没有管理的样本集，请联系样本集的管理员。',
    en: 'You do not curate a collection of this institution. Contact a curator of the collection.',
  },
  added: (code: string): Text => ({ zh: `样本 ${code} 已登记`, en: `Sample ${code} added` }),
  edit: { zh: '修改样本资料', en: 'Edit sample' },
  scan: { zh: '样本编号或扫码', en: 'Scan or enter a sample code' },
  open: { zh: '打开样本', en: 'Open sample' },
  about: { zh: '样本资料', en: 'About the sample' },
  place: { zh: '位置', en: 'Location' },
  nowhere: { zh: '未登记位置', en: 'no location' },
  thaws: { zh: '冻融次数', en: 'Freeze–thaw cycles' },
  site: { zh: '解剖部位', en: 'Anatomical site' },
  blocked: { zh: '已停用', en: 'Blocked' },
  blockedAbout: {
    zh: '供体已撤回同意：样本不能再选择、发出、导出、统计或修改，只能放入待销毁区和登记销毁。',
    en: 'The donor withdrew consent. This sample can no longer be selected, shipped, exported, counted or changed; it can only be stored among samples awaiting destruction and destroyed.',
  },
  noSample: { zh: '样本不存在。', en: 'This sample does not exist.' },
  isPooled: { zh: '混合样本', en: 'Pooled' },
  collection: { zh: '样本集', en: 'Collection' },
  codeHint: {
    zh: '在本单位内唯一，印在管上。',
    en: 'Unique in the institution; printed on the tube.',
  },
  donorHint: {
    zh: '人类样本必填：供体编号。',
    en: 'Required for human samples: the donor’s code.',
  },
  sourceHint: {
    zh: '非人类样本的来源编号。',
    en: 'Code of the source, for non-human samples.',
  },
  kitHint: { zh: '一起采集的套件编号。', en: 'Code of the kit it was collected with.' },
  createdHint: {
    zh: '可以不完整：2021、2021-06-03、2021-06-03T09:30。',
    en: 'As precise as known: 2021, 2021-06-03, 2021-06-03T09:30.',
  },
  ageHint: {
    zh: '采样时的周岁；不填出生日期。',
    en: 'Age in whole years at collection. Do not enter a date of birth.',
  },
  sprecHint: {
    zh: '七段，用连字符分隔，例如 SER-SST-B-A-N-B-D；第一段可省略，按类型得出。',
    en: 'Seven elements separated by hyphens, for example SER-SST-B-A-N-B-D. The first can be omitted; it follows from the type.',
  },
  ontologyHint: { zh: '例如 ICD-O-3。', en: 'For example ICD-O-3.' },
  badSprec: {
    zh: '应为用连字符分隔的七段 SPREC 代码，例如 SER-SST-B-A-N-B-D。',
    en: 'Enter seven SPREC elements separated by hyphens, for example SER-SST-B-A-N-B-D.',
  },
  sprecOfType: {
    zh: 'SPREC 第一段与样本类型不符。',
    en: 'The first SPREC element does not match the sample type.',
  },
  donorNeeded: { zh: '人类样本须填写供体。', en: 'Human samples require a donor.' },
  noDonorHere: { zh: '只有人类样本有供体。', en: 'Only human samples have donors.' },
  noSourceHere: { zh: '人类样本不填来源。', en: 'Human samples have no source.' },
  notOfPeople: {
    zh: '本样本集不含人类样本。',
    en: 'This collection does not contain human samples.',
  },
  unknownDonor: {
    zh: '本样本集没有该供体，请先登记。',
    en: 'The collection does not have this donor. Add the donor first.',
  },
  unknownSource: {
    zh: '本样本集没有该来源，请先登记。',
    en: 'The collection does not have this source. Add it first.',
  },
  unknownKit: {
    zh: '本样本集没有该套件，请先登记。',
    en: 'The collection does not have this kit. Add it first.',
  },
  ontologyNeeded: {
    zh: '填写部位代码或名称时，请注明编码体系。',
    en: 'Enter the ontology of the site code or name.',
  },
  tooFine: { zh: '最多三位小数。', en: 'Up to three decimal places.' },
  labels: { zh: '打印标签', en: 'Print labels' },
  manage: { zh: '管理样本', en: 'Manage samples' },
  codes: { zh: '或这些编号', en: 'Or these codes' },
  codesHint: {
    zh: '用空格分隔，可逐个扫描；最多 500 个标签。',
    en: 'Separated by spaces; you can scan them one by one. Up to 500 labels.',
  },
} satisfies Words
