import { inLang, type LocalText, type Text, type Words } from '../../core/text.ts'

export const biobankWords = {
  all: { zh: '样本库', en: 'Biobanks' },
  biobank: { zh: '样本库', en: 'Biobank' },
  lead: {
    zh: '谁保存样本、有哪些样本集、怎样申请。样本本身不公开，只显示汇总信息。',
    en: 'Who keeps samples, in which collections, and how to ask for them. Single samples are not shown, only what they add up to.',
  },
  none: { zh: '没有符合条件的样本库', en: 'No biobank matches' },
  add: { zh: '新增样本库', en: 'Add a biobank' },
  added: { zh: '样本库已建立', en: 'Biobank added' },
  edit: { zh: '编辑样本库', en: 'Edit the biobank' },
  juristicHint: {
    zh: '样本库的法人单位（MIABIS-BIOBANK-05），建立后不能更改。',
    en: 'The biobank’s juristic person (MIABIS-BIOBANK-05); it does not change later.',
  },
  infrastructure: { zh: '基础设施能力', en: 'Infrastructure' },
  organisation: { zh: '组织能力', en: 'Organisation' },
  bioprocessing: { zh: '加工与分析能力', en: 'Bioprocessing and analysis' },
  quality: { zh: '质量管理标准', en: 'Quality standards' },
  qualityHint: {
    zh: '只选已取得认可或认证的标准。',
    en: 'Only those that it is certified or accredited for.',
  },
  missing: { zh: '没有这个样本库。', en: 'There is no such biobank.' },
  hostedInstead: (name: LocalText): Text => ({
    zh: `这个样本集由${inLang(name, 'zh')}保存，样本集页面显示该样本库的介绍，不显示以下字段。`,
    en: `This collection is kept by ${inLang(name, 'en')}; its page shows that biobank in place of these fields.`,
  }),
  hosted: { zh: '所在样本库', en: 'Kept by the biobank' },
  host: { zh: '选择所在样本库', en: 'Choose the biobank' },
  hostAbout: {
    zh: '选定后，样本集页面显示该样本库的介绍，样本库页面列出这个样本集（公开后）。',
    en: 'The collection’s page then leads to the biobank, whose page lists the collection once it is public.',
  },
  hostedNow: { zh: '已选定所在样本库', en: 'The biobank is set' },
  unhost: { zh: '取消所在样本库', en: 'Take out of the biobank' },
  unhostedNow: { zh: '已取消所在样本库', en: 'The collection is in no biobank now' },
  hostClosed: {
    zh: '这个样本库已停用，请选择另一个。',
    en: 'This biobank is closed: choose another.',
  },
  hostElsewhere: {
    zh: '只能选择样本集所属单位的样本库，或您管理的单位的样本库。',
    en: 'Choose a biobank of the collection’s institution, or of one that you keep.',
  },
  keepersOnly: {
    zh: '只有该样本集的资源管理员可以这样做。',
    en: 'Only curators of this collection may do this.',
  },
  count: (count: number): Text => ({
    zh: `${count} 个样本集`,
    en: count === 1 ? '1 collection' : `${count} collections`,
  }),
  work: { zh: '待处理事项', en: 'Work to do' },
  about: { zh: '样本库介绍', en: 'About the biobank' },
  how: { zh: '怎样申请', en: 'How to ask' },
  howText: {
    zh: '在样本集一行选择“申请样本”，说明用途、疾病和数量；人类样本需要伦理批件，按保存和制备的成本收取成本费，不出售样本。',
    en: 'Choose “Ask for samples” beside a collection and say the purpose, the diseases and how much. Human samples need an ethics approval; a cost recovery fee covers storage and preparation, and no sample is sold.',
  },
} satisfies Words
