import { inLang, type LocalText, type Text, type Words } from '../../core/text.ts'

export const biobankWords = {
  all: { zh: '样本库', en: 'Biobanks' },
  biobank: { zh: '样本库', en: 'Biobank' },
  lead: {
    zh: '样本库的保存单位、样本集和申请方式。样本明细不公开，仅显示汇总信息。',
    en: 'Who keeps samples, in which collections, and how to request them. Only summaries are shown, not individual samples.',
  },
  none: { zh: '没有符合条件的样本库', en: 'No matching biobanks' },
  add: { zh: '新增样本库', en: 'Add biobank' },
  added: { zh: '样本库已建立', en: 'Biobank added' },
  edit: { zh: '编辑样本库', en: 'Edit biobank' },
  juristicHint: {
    zh: '样本库的法人单位（MIABIS-BIOBANK-05），建立后不能更改。',
    en: 'The legal person responsible for the biobank (MIABIS-BIOBANK-05). It cannot be changed later.',
  },
  infrastructure: { zh: '基础设施能力', en: 'Infrastructure' },
  organisation: { zh: '组织能力', en: 'Organisation' },
  bioprocessing: { zh: '加工与分析能力', en: 'Bioprocessing and analysis' },
  quality: { zh: '质量管理标准', en: 'Quality standards' },
  qualityHint: {
    zh: '仅选择已取得认可或认证的标准。',
    en: 'Select only standards for which the biobank is certified or accredited.',
  },
  missing: { zh: '该样本库不存在。', en: 'This biobank does not exist.' },
  hostedInstead: (name: LocalText): Text => ({
    zh: `此样本集由${inLang(name, 'zh')}保存，样本集页面显示该样本库的介绍，不显示以下字段。`,
    en: `This collection is kept by ${inLang(name, 'en')}. Its page shows that biobank instead of the fields below.`,
  }),
  hosted: { zh: '所在样本库', en: 'Biobank' },
  host: { zh: '选择所在样本库', en: 'Choose the biobank' },
  hostAbout: {
    zh: '选定后，样本集页面显示该样本库的介绍；样本集发布后列在样本库页面上。',
    en: 'The collection’s page then shows the biobank. Once published, the collection is listed on the biobank’s page.',
  },
  hostedNow: { zh: '已选定所在样本库', en: 'Biobank set' },
  unhost: { zh: '取消所在样本库', en: 'Remove from the biobank' },
  unhostedNow: { zh: '已取消所在样本库', en: 'Collection removed from the biobank' },
  hostClosed: {
    zh: '这个样本库已停用，请选择另一个。',
    en: 'This biobank is closed. Choose another one.',
  },
  hostElsewhere: {
    zh: '只能选择样本集所属单位的样本库，或您管理的单位的样本库。',
    en: 'Choose a biobank of the collection’s institution or of an institution you manage.',
  },
  keepersOnly: {
    zh: '只有该样本集的资源管理员可以执行此操作。',
    en: 'Only curators of this collection can do this.',
  },
  count: (count: number): Text => ({
    zh: `${count} 个样本集`,
    en: count === 1 ? '1 collection' : `${count} collections`,
  }),
  work: { zh: '待办事项', en: 'Tasks' },
  about: { zh: '样本库介绍', en: 'About the biobank' },
  how: { zh: '申请方式', en: 'How to request samples' },
  howText: {
    zh: '在样本集一行点击“申请样本”，填写用途、疾病和数量。申请人类样本需提供伦理审批号；仅收取保存和制备的成本费，不出售样本。',
    en: 'Choose “Request samples” next to a collection and enter the purpose, diseases and quantity. Human samples require an ethics approval. A fee covers the cost of storage and preparation only; samples are not sold.',
  },
} satisfies Words
