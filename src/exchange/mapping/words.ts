import type { Text, Words } from '../../core/text.ts'

export const mappingWords = {
  noColumn: {
    zh: '没有可对应的列。请用字段名（例如 ACCENUMB、GENUS）作表头。',
    en: 'No columns were recognised. Use field names such as ACCENUMB and GENUS as headers.',
  },
  otherTable: (kind: Text, unknown: string): Text => ({
    zh: `此表似乎不是“${kind.zh}”：没有说明每一行内容的列（名称、分类或作物），或大多数列无法识别（${unknown}），可能是观测记录等其他表。未导入任何内容；如确为这类资源，请指定各列对应的字段。`,
    en: `This does not look like a table of “${kind.en}”: no column identifies the rows (a name, taxon or crop), or most columns are not recognised (${unknown}). It may be another table, such as observations. Nothing was imported. If it is correct, choose the field for each column.`,
  }),
  noIdentity: (kind: Text): Text => ({
    zh: `没有“${kind.zh}”的编号或名称列，无法区分各行。请补充编号列（例如 ACCENUMB、全国统一编号）或名称列。未导入任何内容。`,
    en: `No column contains a number or name of “${kind.en}”, so rows cannot be told apart. Add a column such as ACCENUMB or a name. Nothing was imported.`,
  }),
  noRows: { zh: '表头下面没有数据行。', en: 'There are no rows below the header.' },
  twice: (field: Text, columns: readonly string[]): Text => ({
    zh: `“${field.zh}”只能有一个值，但 ${columns.join('、')} 等列都对应此字段。请只保留一列。未导入任何内容。`,
    en: `“${field.en}” takes one value, but the columns ${columns.join(', ')} all map to it. Keep only one. Nothing was imported.`,
  }),
  unknownColumn: (name: string): Text => ({
    zh: `无法识别列“${name}”，未导入该列。`,
    en: `Column “${name}” was not recognised and was left out.`,
  }),
} satisfies Words
