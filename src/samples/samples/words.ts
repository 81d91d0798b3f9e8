import type { Text, Words } from '../../core/text.ts'

export const madeWords = {
  codeTaken: {
    zh: '本单位已有这个编号的样本，请换一个编号。',
    en: 'The institution already has a sample of this code: choose another.',
  },
  donorWithdrawn: {
    zh: '其中有供体已退出，不能再登记其样本。',
    en: 'A donor of these has withdrawn: no more of their samples is added.',
  },
  parentBlocked: {
    zh: '其中有样本因供体退出已停用。',
    en: 'A sample of these is blocked, for its donor has withdrawn.',
  },
  tooLittle: {
    zh: '剩余量不够，请减少份数或用量。',
    en: 'There is not that much left: make fewer, or take less.',
  },
  notInStore: {
    zh: '这份样本不在库，不能取用。',
    en: 'This sample is not in store: nothing is taken of it.',
  },
} satisfies Words

export const sampleListWords = {
  import: { zh: '导入与导出', en: 'Import and export' },
  samples: { zh: '样本', en: 'Samples' },
  samplesOf: (title: Text): Text => ({ zh: `${title.zh}的样本`, en: `Samples of ${title.en}` }),
  sampleOf: (code: string): Text => ({ zh: `样本 ${code}`, en: `Sample ${code}` }),
  allLead: {
    zh: '您管理的各样本集的样本；扫描管上的编号直接打开。',
    en: 'Samples of the collections you keep; scan a tube to open its sample.',
  },
  lead: {
    zh: '只有本样本集的工作人员能看到；供体退出后其样本不再列出。',
    en: 'Seen by the staff of the collection alone; samples of donors who withdrew are not listed.',
  },
  none: { zh: '没有符合条件的样本。', en: 'No matching samples.' },
  add: { zh: '登记样本', en: 'Add a sample' },
  registerAs: (code: string): Text => ({ zh: `登记样本 ${code}`, en: `Register sample ${code}` }),
  whichCollection: { zh: '它属于哪个样本集？', en: 'Which collection is it of?' },
  noCollection: {
    zh: '本单位没有由您管理的样本集，请联系样本集的管理员。',
    en: 'You curate no collection of this institution: ask a curator of the collection.',
  },
  added: (code: string): Text => ({ zh: `样本 ${code} 已登记`, en: `Sample ${code} was added` }),
  edit: { zh: '修改样本资料', en: 'Edit the sample' },
  scan: { zh: '样本编号或扫码', en: 'Scan or type a sample code' },
  open: { zh: '打开样本', en: 'Open the sample' },
  about: { zh: '样本资料', en: 'About the sample' },
  place: { zh: '位置', en: 'Place' },
  nowhere: { zh: '未登记位置', en: 'no place yet' },
  thaws: { zh: '冻融次数', en: 'Thaws' },
  site: { zh: '解剖部位', en: 'Anatomical site' },
  blocked: { zh: '已停用', en: 'Blocked' },
  blockedAbout: {
    zh: '供体已退出：这份样本不能再挑选、发出、导出、统计或修改，只能放入待销毁区和登记销毁。',
    en: 'The donor has withdrawn: this sample is not picked, shipped, exported, counted or changed. It can be stored where samples await destruction, and be destroyed.',
  },
  noSample: { zh: '没有这份样本。', en: 'There is no such sample.' },
  isPooled: { zh: '混合样本', en: 'Pooled' },
  collection: { zh: '样本集', en: 'Collection' },
  codeHint: {
    zh: '在本单位内不重复，印在管上。',
    en: 'Unique in the institution; it stands on the tube.',
  },
  donorHint: { zh: '人类样本必填：供体编号。', en: 'Needed for human samples: the donor’s code.' },
  sourceHint: {
    zh: '非人类样本的来源编号。',
    en: 'Of samples that are not human: the source’s code.',
  },
  kitHint: { zh: '一起采集的套件编号。', en: 'The kit that it was collected with.' },
  createdHint: {
    zh: '知道多少填多少：2021、2021-06-03、2021-06-03T09:30。',
    en: 'As much as is known: 2021, 2021-06-03, 2021-06-03T09:30.',
  },
  ageHint: {
    zh: '采样时的周岁；不填出生日期。',
    en: 'Whole years when it was taken; no date of birth.',
  },
  sprecHint: {
    zh: '七段，用连字符隔开，例如 SER-SST-B-A-N-B-D；第一段可省略，由类型得出。',
    en: 'Seven elements such as SER-SST-B-A-N-B-D; the first may be left out and follows from the type.',
  },
  ontologyHint: { zh: '例如 ICD-O-3。', en: 'Such as ICD-O-3.' },
  badSprec: {
    zh: '应为用连字符隔开的七段 SPREC 代码，例如 SER-SST-B-A-N-B-D。',
    en: 'Seven elements of SPREC parted by hyphens, such as SER-SST-B-A-N-B-D.',
  },
  sprecOfType: {
    zh: 'SPREC 第一段与样本类型不符。',
    en: 'The first element of SPREC is of another type of sample.',
  },
  donorNeeded: { zh: '人类样本须填写供体。', en: 'A human sample needs its donor.' },
  noDonorHere: { zh: '只有人类样本有供体。', en: 'Only human samples have donors.' },
  noSourceHere: { zh: '人类样本不填来源。', en: 'Human samples have no other source.' },
  notOfPeople: {
    zh: '本样本集不是人类样本集。',
    en: 'This is no collection of human samples.',
  },
  unknownDonor: {
    zh: '本样本集没有这位供体，请先登记。',
    en: 'The collection has no such donor: add them first.',
  },
  unknownSource: {
    zh: '本样本集没有这个来源，请先登记。',
    en: 'The collection has no such source: add it first.',
  },
  unknownKit: {
    zh: '本样本集没有这个套件，请先登记。',
    en: 'The collection has no such kit: add it first.',
  },
  ontologyNeeded: {
    zh: '填写部位代码或名称时，请写明编码体系。',
    en: 'With a code or name of the site, say of which ontology.',
  },
  tooFine: { zh: '最多三位小数。', en: 'Three digits after the point at most.' },
  labels: { zh: '打印标签', en: 'Print labels' },
  manage: { zh: '管理样本', en: 'Manage samples' },
  codes: { zh: '或这些编号', en: 'Or these codes' },
  codesHint: {
    zh: '用空格隔开，可逐个扫描；最多 500 个标签。',
    en: 'Parted by spaces; scan one after the other. At most 500 labels.',
  },
} satisfies Words
