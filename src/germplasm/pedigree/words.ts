import type { Text, Words } from '../../core/text.ts'

export const roleNames = {
  female: { zh: '母本', en: 'Female parent' },
  male: { zh: '父本', en: 'Male parent' },
  self: { zh: '自交亲本', en: 'Selfed parent' },
  population: { zh: '亲本群体', en: 'Parent population' },
} as const satisfies Record<string, Text>

export const pedigreeWords = {
  pedigree: { zh: '系谱', en: 'Pedigree' },
  lead: {
    zh: '亲本可以是目录中的种质，也可以只写名称。',
    en: 'A parent can be an accession in the catalogue or just a name.',
  },
  parents: { zh: '亲本', en: 'Parents' },
  progeny: { zh: '后代', en: 'Progeny' },
  none: { zh: '还没有填写亲本。', en: 'No parents recorded yet.' },
  edit: { zh: '编辑系谱', en: 'Edit pedigree' },
  add: { zh: '添加亲本', en: 'Add a parent' },
  added: { zh: '亲本已添加。', en: 'Parent added.' },
  remove: { zh: '移除', en: 'Remove' },
  removed: { zh: '亲本已移除。', en: 'Parent removed.' },
  again: { zh: '（见上）', en: '(see above)' },
  more: {
    zh: '系谱较大，仅显示最近的部分。',
    en: 'The pedigree is large; only the closest part is shown.',
  },
  roleHint: {
    zh: '父本、母本各一个；亲本群体可有多个。',
    en: 'One female and one male parent; several parent populations are possible.',
  },
  recordHint: {
    zh: '亲本在目录中时，粘贴其网址或编号。',
    en: 'If the parent is in the catalogue, paste its address or id.',
  },
  nameHint: { zh: '不在目录中时填写名称。', en: 'If it is not in the catalogue.' },
  noRecord: {
    zh: '种质不存在，或您没有访问权限。',
    en: 'This accession does not exist, or you do not have access.',
  },
  oneOfBoth: {
    zh: '请填写网址（或编号）与名称中的一项。',
    en: 'Enter either an address (or id) or a name.',
  },
  itself: { zh: '种质不能是自己的亲本。', en: 'An accession cannot be its own parent.' },
  circle: {
    zh: '该种质是其后代，不能作为亲本。',
    en: 'This accession is a descendant, so it cannot be a parent.',
  },
  roleTaken: {
    zh: '已有该角色的亲本，请先移除。',
    en: 'There is already a parent with this role. Remove it first.',
  },
  noParent: { zh: '亲本不存在。', en: 'This parent does not exist.' },
} satisfies Words

/** What a record's history calls the fields of a pedigree. */
export const pedigreeFieldNames = {
  parent: { zh: '亲本', en: 'Parent' },
  role: { zh: '角色', en: 'Role' },
} satisfies Record<string, Text>
