import type { Text, Words } from '../../core/text.ts'

/** From the highest down, as the table `taxon` has them. */
export const rankNames = {
  domain: { zh: '域', en: 'Domain' },
  kingdom: { zh: '界', en: 'Kingdom' },
  phylum: { zh: '门', en: 'Phylum' },
  class: { zh: '纲', en: 'Class' },
  order: { zh: '目', en: 'Order' },
  family: { zh: '科', en: 'Family' },
  genus: { zh: '属', en: 'Genus' },
  species: { zh: '种', en: 'Species' },
  subspecies: { zh: '亚种', en: 'Subspecies' },
  variety: { zh: '变种', en: 'Variety' },
  form: { zh: '变型', en: 'Form' },
} as const satisfies Record<string, Text>

/** As vocabulary `protection_level` has them. */
export const protectionNames = {
  national_1: { zh: '国家一级', en: 'National, first class' },
  national_2: { zh: '国家二级', en: 'National, second class' },
  provincial: { zh: '省级', en: 'Provincial' },
} as const satisfies Record<string, Text>

export const taxonWords = {
  taxa: { zh: '分类表', en: 'Taxonomy' },
  lead: {
    zh: '种质的科、属、种：学名、命名人、中文名和异名。护照数据中的学名按此归类。',
    en: 'Families, genera and species of germplasm: names, authors, common names and synonyms. Names in passports are classified by it.',
  },
  taxon: { zh: '分类单元', en: 'Taxon' },
  none: { zh: '没有这样的学名', en: 'No matching names' },
  noneHint: { zh: '换一个词，或放宽等级。', en: 'Try another word or all ranks.' },
  find: { zh: '学名或中文名', en: 'Scientific or common name' },
  add: { zh: '新增学名', en: 'Add a name' },
  added: {
    zh: '学名已收入分类表；有关记录随后重新归类。',
    en: 'Name added; its records will be reclassified shortly.',
  },
  edit: { zh: '编辑', en: 'Edit' },
  saved: {
    zh: '已保存；有关记录随后重新归类。',
    en: 'Saved; its records will be reclassified shortly.',
  },
  noTaxon: { zh: '没有这个分类单元。', en: 'No such taxon.' },
  keepersOnly: {
    zh: '只有资源管理员和系统管理员可以修改分类表。',
    en: 'Only curators and administrators can change the taxonomy.',
  },
  stale: {
    zh: '您打开之后，这一条已被他人修改。请重新读取，再保存您的修改。',
    en: 'Somebody else changed this taxon after you opened it. Reload it, then save your changes.',
  },
  nameTaken: {
    zh: '分类表中已有这个学名。',
    en: 'The taxonomy already has this name.',
  },
  badName: {
    zh: '请填写拉丁学名，首字母大写，不含命名人。',
    en: 'Enter the Latin name, starting with a capital, without authors.',
  },
  unfit: {
    zh: '内容有误，请按各字段的提示修改后重试。',
    en: 'Some fields are not valid: correct what each of them says and try again.',
  },
  unknownName: (name: string): Text => ({
    zh: `分类表中没有“${name}”，请先收入。`,
    en: `The taxonomy has no “${name}”: add it first.`,
  }),
  isSynonym: (name: string, accepted: string): Text => ({
    zh: `“${name}”是“${accepted}”的异名，请用接受名。`,
    en: `“${name}” is a synonym of “${accepted}”: use the accepted name.`,
  }),
  notAbove: (name: string, rank: Text): Text => ({
    zh: `“${name}”是${rank.zh}，不在本级之上。`,
    en: `“${name}” is a ${rank.en.toLowerCase()}, which is not above this rank.`,
  }),
  ofItself: {
    zh: '异名的接受名不能是它自己。',
    en: 'A name cannot be a synonym of itself.',
  },
  hasOthers: {
    zh: '它有下级或异名，须先移走，才能作为异名或更改等级。',
    en: 'It has taxa below it or synonyms: move those first, then make it a synonym or change its rank.',
  },
  changedMeanwhile: {
    zh: '上级、接受名或下级刚被他人修改，请核对后重试。',
    en: 'Its parent, accepted name or lower taxa were just changed by somebody else: check and try again.',
  },
  place: { zh: '所属', en: 'Belongs to' },
  accepted: { zh: '接受名', en: 'Accepted name' },
  synonymOf: { zh: '异名，接受名为', en: 'Synonym of' },
  synonyms: { zh: '异名', en: 'Synonyms' },
  below: { zh: '下级', en: 'Lower taxa' },
  state: { zh: '地位', en: 'Status' },
  isAccepted: { zh: '接受名', en: 'Accepted' },
  isASynonym: { zh: '异名', en: 'Synonym' },
  records: { zh: '种质', en: 'Germplasm' },
  noRecords: { zh: '还没有它的公开种质。', en: 'No public germplasm of this taxon yet.' },
  all: { zh: '查看全部', en: 'See all' },
  unplaced: { zh: '分类表中暂无', en: 'Not in the taxonomy yet' },
  sampled: {
    zh: '资源较多，各物种的数目为至少有的份数。',
    en: 'There are many records, so each species has at least the number shown.',
  },
  parentHint: {
    zh: '上级的学名，例如种的属名。异名留空。',
    en: 'Scientific name of the parent, e.g. the genus of a species. Leave empty for a synonym.',
  },
  acceptedHint: {
    zh: '仅用于异名：它的接受名。',
    en: 'For synonyms only: the accepted name.',
  },
  protectionHint: {
    zh: '列入保护名录的物种：除资源管理员外，其采集地点只显示到度或 0.1 度。',
    en: 'For protected species, only curators see exact sites; others see them to a degree or a tenth of a degree.',
  },
  otherNamesHint: { zh: '用“；”分开。', en: 'Separate with “；” or “;”.' },
} satisfies Words
