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
  national_1: { zh: '国家一级', en: 'National, class 1' },
  national_2: { zh: '国家二级', en: 'National, class 2' },
  provincial: { zh: '省级', en: 'Provincial' },
} as const satisfies Record<string, Text>

export const taxonWords = {
  taxa: { zh: '分类表', en: 'Taxonomy' },
  lead: {
    zh: '种质的科、属、种，包括学名、命名人、中文名和异名。护照数据中的学名据此归类。',
    en: 'Families, genera and species of germplasm with authors, common names and synonyms. Names in passport data are classified by it.',
  },
  taxon: { zh: '分类单元', en: 'Taxon' },
  none: { zh: '没有符合条件的学名', en: 'No matching names' },
  noneHint: { zh: '请更换关键词，或选择全部等级。', en: 'Try another word, or select all ranks.' },
  find: { zh: '学名或中文名', en: 'Scientific or common name' },
  add: { zh: '新增学名', en: 'Add name' },
  added: {
    zh: '学名已收入分类表；相关资源稍后重新归类。',
    en: 'Name added. Its records will be reclassified shortly.',
  },
  edit: { zh: '编辑', en: 'Edit' },
  saved: {
    zh: '已保存；相关资源稍后重新归类。',
    en: 'Saved. Its records will be reclassified shortly.',
  },
  noTaxon: { zh: '分类单元不存在。', en: 'This taxon does not exist.' },
  keepersOnly: {
    zh: '只有资源管理员和系统管理员可以修改分类表。',
    en: 'Only curators and administrators can change the taxonomy.',
  },
  stale: {
    zh: '您打开之后，内容已被他人修改。请重新打开后再保存。',
    en: 'This taxon was changed by someone else after you opened it. Open it again, then save your changes.',
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
    en: 'Some fields are not valid. Correct them as indicated and try again.',
  },
  unknownName: (name: string): Text => ({
    zh: `分类表中没有“${name}”，请先新增。`,
    en: `“${name}” is not in the taxonomy. Add it first.`,
  }),
  isSynonym: (name: string, accepted: string): Text => ({
    zh: `“${name}”是“${accepted}”的异名，请使用接受名。`,
    en: `“${name}” is a synonym of “${accepted}”. Use the accepted name.`,
  }),
  notAbove: (name: string, rank: Text): Text => ({
    zh: `“${name}”的等级为${rank.zh}，不高于本级。`,
    en: `“${name}” is a ${rank.en.toLowerCase()}, which is not above this rank.`,
  }),
  ofItself: {
    zh: '接受名不能是自身。',
    en: 'A name cannot be a synonym of itself.',
  },
  hasOthers: {
    zh: '该学名有下级或异名，须先移走，才能设为异名或更改等级。',
    en: 'This name has lower taxa or synonyms. Move them first, then make it a synonym or change its rank.',
  },
  changedMeanwhile: {
    zh: '上级、接受名或下级刚被他人修改，请核对后重试。',
    en: 'The parent, accepted name or lower taxa were just changed by someone else. Check and try again.',
  },
  place: { zh: '所属分类', en: 'Belongs to' },
  accepted: { zh: '接受名', en: 'Accepted name' },
  synonymOf: { zh: '异名，接受名为', en: 'Synonym of' },
  synonyms: { zh: '异名', en: 'Synonyms' },
  below: { zh: '下级', en: 'Lower taxa' },
  state: { zh: '分类地位', en: 'Status' },
  isAccepted: { zh: '接受名', en: 'Accepted' },
  isASynonym: { zh: '异名', en: 'Synonym' },
  records: { zh: '种质', en: 'Germplasm' },
  noRecords: { zh: '还没有该分类单元的公开种质。', en: 'No public germplasm of this taxon yet.' },
  toRecords: { zh: '查看种质', en: 'View germplasm' },
  to: (name: string): Text => ({ zh: `查看 ${name}`, en: `View ${name}` }),
  toTaxa: { zh: '查看分类表', en: 'View the taxonomy' },
  all: { zh: '查看全部', en: 'View all' },
  unplaced: { zh: '未收入分类表', en: 'Not in the taxonomy yet' },
  sampled: {
    zh: '资源较多，各物种显示的是最少份数。',
    en: 'There are many records; the number shown for each species is a minimum.',
  },
  parentHint: {
    zh: '上级的学名，例如种的属名；异名请留空。',
    en: 'Scientific name of the parent, for example the genus of a species. Leave empty for synonyms.',
  },
  acceptedHint: {
    zh: '仅异名填写其接受名。',
    en: 'For synonyms only: the accepted name.',
  },
  protectionHint: {
    zh: '列入保护名录的物种：除资源管理员外，采集地点仅显示到度或 0.1 度。',
    en: 'For protected species, only curators see exact collecting sites. Others see them to the nearest degree or 0.1 degree.',
  },
  otherNamesHint: { zh: '用“；”分隔。', en: 'Separate with “；” or “;”.' },
} satisfies Words
