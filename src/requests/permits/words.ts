import type { Text, Words } from '../../core/text.ts'
import type { DestinationCode, DocumentKind, Effect, Material, RecipientCode } from './model.ts'

export const permitWords = {
  permits: { zh: '法规要求', en: 'Legal requirements' },
  lead: {
    zh: '材料或数据提供给他人之前，法律法规有哪些要求：哪些不能提供，哪些须先取得批准文件，哪些附带条件。申请时按资源、接收单位和去向自动核对。',
    en: 'What the law requires before material or data is provided to others: what cannot be provided, what needs a document first and what carries conditions. Requests are checked automatically by resource, recipient and destination.',
  },
  notAdvice: {
    zh: '本表由平台管理员维护，以法律法规原文和主管部门的答复为准。境外包括港、澳、台地区。',
    en: 'Maintained by the platform’s administrators. The text of the law and the answers of the competent authority prevail. Hong Kong, Macao and Taiwan count as abroad.',
  },
  none: { zh: '没有相关要求', en: 'No requirements' },
  noneHint: {
    zh: '本表没有相关要求；提供方可能另有规定。',
    en: 'This table has no requirement for this case. The provider may have its own rules.',
  },
  add: { zh: '新增要求', en: 'Add requirement' },
  added: { zh: '已新增。', en: 'Added.' },
  edit: { zh: '修改要求', en: 'Edit requirement' },
  editLead: {
    zh: '法律修订后，请为原要求填写失效日期，再新增一条。本表仍可查到以前的要求。',
    en: 'When a law changes, enter the last day of the old requirement and add a new one, so that earlier requirements can still be found.',
  },
  noRule: {
    zh: '该法规要求不存在，请从列表中选择。',
    en: 'This requirement does not exist. Choose one from the list.',
  },
  inBoth: { zh: '请用中文和英文填写。', en: 'Enter it in Chinese and English.' },
  inOrder: {
    zh: '失效日期不能早于施行日期。',
    en: 'The last day cannot be before the first day.',
  },
  documentFits: {
    zh: '效力为“须有文件”时请选择所需文件，其他情况请留空。',
    en: 'Choose a document only when the effect is “Document required”.',
  },
  documentHint: {
    zh: '仅在效力为“须有文件”时选择',
    en: 'Only when the effect is “Document required”',
  },
  clauseHint: {
    zh: '法律法规名称和条款，例如《种子法》第十一条',
    en: 'Name of the law and article, for example Seed Law, art. 11',
  },
  sentenceHint: {
    zh: '用一两句话说明申请人或提供方需要做什么',
    en: 'What the requester or provider must do, in one or two sentences',
  },
  validToHint: {
    zh: '含当日；长期有效请留空',
    en: 'Includes the last day. Leave empty if it remains in force',
  },
} satisfies Words

export const materialNames: Readonly<Record<Material, Text>> = {
  plant: { zh: '植物种质', en: 'Plant germplasm' },
  mushroom: { zh: '食用菌等大型真菌', en: 'Mushrooms' },
  wild_plant_1: { zh: '国家一级保护野生植物', en: 'Wild plant, national class 1' },
  wild_plant_2: { zh: '国家二级保护野生植物', en: 'Wild plant, national class 2' },
  new_plant: { zh: '未定名或新发现的野生植物', en: 'Wild plant, unnamed or newly discovered' },
  wild_medicine_1: { zh: '一级保护野生药材', en: 'Wild medicinal material, class 1' },
  wild_medicine_2: { zh: '二级保护野生药材', en: 'Wild medicinal material, class 2' },
  wild_medicine_3: { zh: '三级保护野生药材', en: 'Wild medicinal material, class 3' },
  listed_breed: { zh: '列入保护名录的畜禽', en: 'Listed livestock and poultry' },
  new_breed: {
    zh: '新发现、未鉴定的畜禽',
    en: 'Livestock and poultry, newly discovered or not yet identified',
  },
  pathogen_1: { zh: '第一类病原微生物（最危险）', en: 'Pathogen, class 1 (most dangerous)' },
  pathogen_2: { zh: '第二类病原微生物', en: 'Pathogen, class 2' },
  pathogen_3: { zh: '第三类病原微生物', en: 'Pathogen, class 3' },
  pathogen_4: { zh: '第四类微生物（危害最小）', en: 'Microbe, class 4 (least dangerous)' },
  human_material: { zh: '人类遗传资源材料', en: 'Human genetic resource material' },
  human_information: { zh: '人类遗传资源信息', en: 'Human genetic resource information' },
  core_data: { zh: '核心数据', en: 'Core data' },
  important_data: { zh: '重要数据', en: 'Important data' },
  general_data: { zh: '一般数据', en: 'General data' },
}

export const recipientNames: Readonly<Record<RecipientCode, Text>> = {
  anyone: { zh: '任何接收方', en: 'Anyone' },
  domestic: { zh: '境内中方单位', en: 'Chinese institution' },
  abroad: { zh: '境外机构、个人', en: 'Organisation or person abroad' },
  foreign: {
    zh: '境外组织、个人及其设立或实际控制的机构',
    en: 'Organisation or person abroad, or an institution set up or controlled by them',
  },
}

export const destinationNames: Readonly<Record<DestinationCode, Text>> = {
  anywhere: { zh: '任何去向', en: 'Anywhere' },
  china: { zh: '境内', en: 'Within China' },
  abroad: { zh: '境外', en: 'Abroad' },
}

export const effectNames: Readonly<Record<Effect, Text>> = {
  blocked: { zh: '不能提供', en: 'Cannot be provided' },
  document: { zh: '须有文件', en: 'Document required' },
  condition: { zh: '附带条件', en: 'Conditions apply' },
}

/** How each effect is shown. */
export const effectStates = {
  blocked: { tone: 'danger', text: effectNames.blocked },
  document: { tone: 'caution', text: effectNames.document },
  condition: { tone: 'note', text: effectNames.condition },
} as const

export const documentNames: Readonly<Record<DocumentKind, Text>> = {
  germplasm_approval: {
    zh: '对外提供种质资源批准文件',
    en: 'Approval to provide germplasm abroad',
  },
  benefit_plan: { zh: '国家共享惠益方案', en: 'National benefit-sharing plan' },
  collecting_permit: { zh: '野生植物采集证', en: 'Wild plant collecting permit' },
  species_certificate: { zh: '允许进出口证明书', en: 'Import and export permission certificate' },
  medicine_licence: { zh: '采药证', en: 'Medicinal plant collecting licence' },
  breed_approval: {
    zh: '处理受保护畜禽遗传资源批准文件',
    en: 'Approval to dispose of protected livestock genetic resources',
  },
  breed_export: {
    zh: '畜禽遗传资源出境或合作研究批准文件',
    en: 'Approval for export or joint research, livestock genetic resources',
  },
  transport_approval: {
    zh: '高致病性病原微生物运输批准',
    en: 'Approval to transport highly pathogenic microorganisms',
  },
  activity_approval: {
    zh: '高致病性病原微生物实验活动批准',
    en: 'Approval for experiments with highly pathogenic microorganisms',
  },
  human_collection: {
    zh: '人类遗传资源采集批准',
    en: 'Approval to collect human genetic resources',
  },
  human_storage: { zh: '人类遗传资源保藏批准', en: 'Approval to preserve human genetic resources' },
  human_cooperation: {
    zh: '人类遗传资源国际合作批准',
    en: 'Approval for international cooperation, human genetic resources',
  },
  human_trial_filing: {
    zh: '国际合作临床试验备案',
    en: 'Filing of an international cooperative clinical trial',
  },
  human_export: {
    zh: '人类遗传资源材料出境证明',
    en: 'Export certificate for human genetic resource material',
  },
  human_information_report: {
    zh: '人类遗传资源信息对外提供事先报告',
    en: 'Prior report on providing human genetic resource information',
  },
  data_assessment: {
    zh: '数据出境安全评估结果',
    en: 'Security assessment of cross-border data transfer',
  },
}
