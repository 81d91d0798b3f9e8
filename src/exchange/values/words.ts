import type { Text, Words } from '../../core/text.ts'

export const valueWords = {
  unknownCode: (value: string, vocabulary: Text): Text => ({
    zh: `“${vocabulary.zh}”中没有“${value}”。`,
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
    en: `“${value}” is no coordinate: write decimal degrees (35.57), 35°34′12″N, or DDMMSSN as MCPD does.`,
  }),
  swapped: {
    zh: '纬度不能超过 90 度：纬度和经度可能填反了。',
    en: 'A latitude is 90 degrees at most: latitude and longitude may be swapped.',
  },
  notADate: (value: string): Text => ({
    zh: `“${value}”不是日期；请写成 YYYYMMDD，未知部分用 -- 代替。`,
    en: `“${value}” is not a date: write YYYYMMDD, with -- for what is unknown.`,
  }),
  notADay: (value: string): Text => ({
    zh: `“${value}”不是某一天；请写成 YYYY-MM-DD。`,
    en: `“${value}” is not a day: write YYYY-MM-DD.`,
  }),
  notYesOrNo: (value: string): Text => ({
    zh: `“${value}”不是“是”或“否”。`,
    en: `“${value}” is neither yes nor no.`,
  }),
  notRows: {
    zh: '这一格应为用分号分开的名称，或各行的 JSON（[{…}]）。',
    en: 'Write names parted by semicolons here, or JSON of the rows ([{…}]).',
  },
  notRowsOfJson: {
    zh: '这一格应为各行的 JSON（[{…}]）。',
    en: 'Write JSON of the rows here ([{…}]).',
  },
  noColumnOfRows: (name: string): Text => ({
    zh: `其中没有“${name}”这一项。`,
    en: `It has nothing that is called “${name}”.`,
  }),
  notTaken: (value: string): Text => ({
    zh: `“${value}”不符合这一项的格式。`,
    en: `“${value}” does not have the form of this field.`,
  }),
  unreadable: (value: string): Text => ({
    zh: `“${value}”含有无法辨认的字符（�），原文在此前的转换中已经损坏。`,
    en: `“${value}” holds a character that was lost (�) when the file was converted before.`,
  }),
  errorCell: (value: string): Text => ({
    zh: `“${value}”是表格软件的错误值，请填入真正的内容。`,
    en: `“${value}” is an error of the spreadsheet: put what belongs there.`,
  }),
  becameDate: (value: string): Text => ({
    zh: `编号“${value}”像是被表格软件改成了日期，请按原编号更正，并把该列设为文本。`,
    en: `The number “${value}” looks as if a spreadsheet had made it a date: correct it, and format the column as text.`,
  }),
  becameExponent: (value: string): Text => ({
    zh: `编号“${value}”被表格软件改成了科学计数，末尾数字已丢失。请按原编号更正，并把该列设为文本。`,
    en: `A spreadsheet has rounded the number “${value}”, and its last digits are lost: correct it, and format the column as text.`,
  }),
  lostZeros: (value: string, width: number): Text => ({
    zh: `编号“${value}”可能丢失了开头的零：这一列的其他编号都是 ${width} 位。请更正，并把该列设为文本。`,
    en: `The number “${value}” may have lost zeros at its beginning: the others of its column have ${width} digits. Correct it, and format the column as text.`,
  }),
} satisfies Words
