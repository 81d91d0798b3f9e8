import type { Text, Words } from '../../core/text.ts'

export const mappingWords = {
  noColumn: {
    zh: '没有一列能对应到字段。请用字段名（如 ACCENUMB、GENUS）作表头。',
    en: 'No column was recognised. Use field names as headers, such as ACCENUMB and GENUS.',
  },
  otherTable: (kind: Text, unknown: string): Text => ({
    zh: `这不像是“${kind.zh}”的表：没有说明每一行是什么的列（名称、分类或作物），或大多数列不认识（${unknown}），可能是观测记录等其他表。没有导入任何内容；如确是这类资源，请指定各列对应的字段。`,
    en: `This does not look like a table of “${kind.en}”: no column says what each row is (a name, a taxon or a crop), or most are not recognised (${unknown}). It may be another table, such as observations. Nothing was imported; if it is right after all, choose the field of each column.`,
  }),
  noIdentity: (kind: Text): Text => ({
    zh: `没有一列是“${kind.zh}”的编号或名称，无法辨认每一行。请补上编号列（如 ACCENUMB、全国统一编号）或名称列。没有导入任何内容。`,
    en: `No column has a number or name of “${kind.en}”, so rows cannot be told apart. Add a column such as ACCENUMB or a name. Nothing was imported.`,
  }),
  noRows: { zh: '表头下面没有数据行。', en: 'There are no rows below the header.' },
  twice: (field: Text, columns: readonly string[]): Text => ({
    zh: `“${field.zh}”只有一个值，但 ${columns.join('、')} 几列都对应它。请只留一列，没有导入任何内容。`,
    en: `“${field.en}” has one value, but the columns ${columns.join(', ')} are all for it. Keep one of them; nothing was imported.`,
  }),
  unknownColumn: (name: string): Text => ({
    zh: `不认识列“${name}”，未导入这一列。`,
    en: `Column “${name}” was not recognised and was left out.`,
  }),
} satisfies Words
