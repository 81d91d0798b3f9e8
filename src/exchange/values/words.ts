import type { Text, Words } from '../../core/text.ts'

export const valueWords = {
  unknownCode: (value: string, vocabulary: Text): Text => ({
    zh: `“${value}”不在“${vocabulary.zh}”中。`,
    en: `“${value}” is not in “${vocabulary.en}”.`,
  }),
  notANumber: (value: string, unit: string | undefined): Text => ({
    zh: unit ? `“${value}”不是以 ${unit} 为单位的数字。` : `“${value}”不是数字。`,
    en: unit ? `“${value}” is not a number in ${unit}.` : `“${value}” is not a number.`,
  }),
  outOfRange: (value: string, from: number | undefined, to: number | undefined): Text => ({
    zh: `“${value}”超出范围（${from ?? '…'} 至 ${to ?? '…'}）。`,
    en: `“${value}” is out of range (${from ?? '…'} to ${to ?? '…'}).`,
  }),
  notACoordinate: (value: string): Text => ({
    zh: `“${value}”不是坐标；请写成十进制度（35.57）、度分秒（35°34′12″N）或 MCPD 的 DDMMSSN。`,
    en: `“${value}” is not a coordinate. Use decimal degrees (35.57), 35°34′12″N, or DDMMSSN as in MCPD.`,
  }),
  swapped: {
    zh: '纬度不能超过 90 度，纬度和经度可能颠倒。',
    en: 'A latitude cannot exceed 90 degrees. Latitude and longitude may be swapped.',
  },
  notADate: (value: string): Text => ({
    zh: `“${value}”不是有效日期；请写成 YYYYMMDD，未知部分用 -- 代替。`,
    en: `“${value}” is not a date. Use YYYYMMDD, with -- for unknown parts.`,
  }),
  notADay: (value: string): Text => ({
    zh: `“${value}”不是有效日期；请写成 YYYY-MM-DD。`,
    en: `“${value}” is not a date. Use YYYY-MM-DD.`,
  }),
  notYesOrNo: (value: string): Text => ({
    zh: `“${value}”应为“是”或“否”。`,
    en: `“${value}” must be yes or no.`,
  }),
  notRows: {
    zh: '此单元格应为用分号分隔的名称，或各行的 JSON（[{…}]）。',
    en: 'Enter names separated by semicolons, or the rows as JSON ([{…}]).',
  },
  notRowsOfJson: {
    zh: '此单元格应为各行的 JSON（[{…}]）。',
    en: 'Enter the rows as JSON ([{…}]).',
  },
  noColumnOfRows: (name: string): Text => ({
    zh: `其中没有字段“${name}”。`,
    en: `There is no field “${name}” in it.`,
  }),
  notTaken: (value: string): Text => ({
    zh: `“${value}”不符合此字段的格式。`,
    en: `“${value}” is not in the format of this field.`,
  }),
  unreadable: (value: string): Text => ({
    zh: `“${value}”含有无法识别的字符（�），原文在之前的转换中已损坏。`,
    en: `“${value}” contains a character (�) that was lost in an earlier conversion.`,
  }),
  errorCell: (value: string): Text => ({
    zh: `“${value}”是表格软件的错误值，请填写正确的内容。`,
    en: `“${value}” is a spreadsheet error. Enter the correct content.`,
  }),
  becameDate: (value: string): Text => ({
    zh: `编号“${value}”可能已被表格软件转为日期，请按原编号更正，并将该列设为文本。`,
    en: `A spreadsheet may have converted the number “${value}” to a date. Correct it and format the column as text.`,
  }),
  becameExponent: (value: string): Text => ({
    zh: `编号“${value}”已被表格软件转为科学计数，末尾数字已丢失。请按原编号更正，并将该列设为文本。`,
    en: `A spreadsheet rounded the number “${value}” and its last digits are lost. Correct it and format the column as text.`,
  }),
  lostZeros: (value: string, width: number): Text => ({
    zh: `编号“${value}”可能丢失了开头的零：该列其他编号均为 ${width} 位。请更正，并将该列设为文本。`,
    en: `The number “${value}” may have lost leading zeros: the others in this column have ${width} digits. Correct it and format the column as text.`,
  }),
} satisfies Words
