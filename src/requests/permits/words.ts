import type { Text, Words } from '../../core/text.ts'
import type { DestinationCode, DocumentKind, Effect, Material, RecipientCode } from './model.ts'

export const permitWords = {
  permits: { zh: '法规要求', en: 'What the law asks' },
  lead: {
    zh: '材料或数据提供给他人之前，法律法规要求什么：什么不能提供，什么须先取得批准文件，什么附带条件。申请时按资源、接收单位和去向自动核对。',
    en: 'What laws ask before material or data go to somebody else: what is not provided, what needs a document first, what comes with a condition. Requests are checked against it by resource, recipient and destination.',
  },
  notAdvice: {
    zh: '本表由平台管理员维护，以法律法规原文和主管部门的答复为准。境外包括港、澳、台地区。',
    en: 'Administrators keep this table; what counts is the text of the law and what its authority says. Hong Kong, Macao and Taiwan count as abroad.',
  },
  none: { zh: '没有这样的要求', en: 'Nothing is asked of it' },
  noneHint: {
    zh: '本表中没有针对它的要求；提供单位仍可能有自己的规定。',
    en: 'This table asks nothing of it; its holder may still have rules of their own.',
  },
  add: { zh: '新增要求', en: 'Add a rule' },
  added: { zh: '已新增。', en: 'Added.' },
  edit: { zh: '修改要求', en: 'Change the rule' },
  editLead: {
    zh: '法律修订后，请给旧的一条填写失效日期，再新增一条：本表仍可查到以前的要求。',
    en: 'When a law changes, give the old rule its last day and add a new one: the table then still says what held before.',
  },
  noRule: {
    zh: '没有这条要求，请从列表中选择。',
    en: 'There is no such rule: choose one of the list.',
  },
  inBoth: { zh: '请用中文和英文填写。', en: 'Say it in Chinese and in English.' },
  inOrder: {
    zh: '失效日期不能早于施行日期。',
    en: 'The last day is not before the first.',
  },
  documentFits: {
    zh: '效力为“须有文件”时请选择所需文件，其他情况请留空。',
    en: 'Name the document where one is needed, and none where it is not.',
  },
  documentHint: { zh: '仅在效力为“须有文件”时选择', en: 'Only where a document is needed' },
  clauseHint: {
    zh: '法律法规名称和条款，例如《种子法》第十一条',
    en: 'The law and its article',
  },
  sentenceHint: {
    zh: '用一两句话说明申请人或提供单位要做什么',
    en: 'What requester or provider have to do, in a sentence or two',
  },
  validToHint: { zh: '当日仍有效；长期有效请留空', en: 'Counts whole; blank while it holds' },
} satisfies Words

export const materialNames: Readonly<Record<Material, Text>> = {
  plant: { zh: '植物种质', en: 'Plant germplasm' },
  mushroom: { zh: '食用菌等大型真菌', en: 'Mushrooms' },
  wild_plant_1: { zh: '国家一级保护野生植物', en: 'Wild plant, national class 1' },
  wild_plant_2: { zh: '国家二级保护野生植物', en: 'Wild plant, national class 2' },
  new_plant: { zh: '未定名或新发现的野生植物', en: 'Wild plant, unnamed or newly found' },
  wild_medicine_1: { zh: '一级保护野生药材', en: 'Wild medicinal material, class 1' },
  wild_medicine_2: { zh: '二级保护野生药材', en: 'Wild medicinal material, class 2' },
  wild_medicine_3: { zh: '三级保护野生药材', en: 'Wild medicinal material, class 3' },
  listed_breed: { zh: '列入保护名录的畜禽', en: 'Protected livestock' },
  new_breed: { zh: '新发现、未鉴定的畜禽', en: 'Livestock, newly found' },
  pathogen_1: { zh: '第一类病原微生物（最危险）', en: 'Pathogen, class 1 (most dangerous)' },
  pathogen_2: { zh: '第二类病原微生物', en: 'Pathogen, class 2' },
  pathogen_3: { zh: '第三类病原微生物', en: 'Pathogen, class 3' },
  pathogen_4: { zh: '第四类微生物（危害最小）', en: 'Microbe, class 4 (least dangerous)' },
  human_material: { zh: '人类遗传资源材料', en: 'Human genetic material' },
  human_information: { zh: '人类遗传资源信息', en: 'Human genetic information' },
  core_data: { zh: '核心数据', en: 'Core data' },
  important_data: { zh: '重要数据', en: 'Important data' },
  general_data: { zh: '一般数据', en: 'General data' },
}

export const recipientNames: Readonly<Record<RecipientCode, Text>> = {
  anyone: { zh: '任何接收方', en: 'Anyone' },
  domestic: { zh: '境内中方单位', en: 'A Chinese body' },
  abroad: { zh: '境外机构、个人', en: 'A body or person from abroad' },
  foreign: {
    zh: '境外组织、个人及其设立或实际控制的机构',
    en: 'From abroad, or set up or controlled from there',
  },
}

export const destinationNames: Readonly<Record<DestinationCode, Text>> = {
  anywhere: { zh: '任何去向', en: 'Anywhere' },
  china: { zh: '境内', en: 'Within China' },
  abroad: { zh: '境外', en: 'Abroad' },
}

export const effectNames: Readonly<Record<Effect, Text>> = {
  blocked: { zh: '不能提供', en: 'Not provided' },
  document: { zh: '须有文件', en: 'Needs a document' },
  condition: { zh: '附带条件', en: 'On a condition' },
}

/** How each effect is shown. */
export const effectStates = {
  blocked: { tone: 'danger', text: effectNames.blocked },
  document: { tone: 'caution', text: effectNames.document },
  condition: { tone: 'note', text: effectNames.condition },
} as const

export const documentNames: Readonly<Record<DocumentKind, Text>> = {
  germplasm_approval: { zh: '对外提供种质资源批准文件', en: 'Approval to provide germplasm' },
  benefit_plan: { zh: '国家共享惠益方案', en: 'Plan for sharing benefits' },
  collecting_permit: { zh: '野生植物采集证', en: 'Permit to collect wild plants' },
  species_certificate: { zh: '允许进出口证明书', en: 'Certificate of permitted import and export' },
  medicine_licence: { zh: '采药证', en: 'Licence to gather medicinal material' },
  breed_approval: {
    zh: '处理受保护畜禽遗传资源批准文件',
    en: 'Approval to part with protected livestock',
  },
  breed_export: {
    zh: '畜禽遗传资源出境或合作研究批准文件',
    en: 'Approval of export or joint research, livestock',
  },
  transport_approval: { zh: '高致病性病原微生物运输批准', en: 'Approval to transport pathogens' },
  activity_approval: {
    zh: '高致病性病原微生物实验活动批准',
    en: 'Approval to work with pathogens',
  },
  human_collection: {
    zh: '人类遗传资源采集批准',
    en: 'Approval to collect, human genetic resources',
  },
  human_storage: { zh: '人类遗传资源保藏批准', en: 'Approval to store, human genetic resources' },
  human_cooperation: {
    zh: '人类遗传资源国际合作批准',
    en: 'Approval of joint research, human genetic resources',
  },
  human_trial_filing: {
    zh: '国际合作临床试验备案',
    en: 'Filing of an international clinical trial',
  },
  human_export: {
    zh: '人类遗传资源材料出境证明',
    en: 'Export certificate, human genetic material',
  },
  human_information_report: {
    zh: '人类遗传资源信息对外提供事先报告',
    en: 'Prior report, human genetic information',
  },
  data_assessment: { zh: '数据出境安全评估结果', en: 'Security assessment of data leaving China' },
}
