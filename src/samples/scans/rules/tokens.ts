/** What a scanner wrote of one well. */
export type Read =
  | { is: 'code'; code: string }
  | { is: 'empty' }
  /** A tube stands there whose code could not be read. */
  | { is: 'unread' }

const emptyWords =
  /^(?:no[ _-]?(?:tube|sample|vial)|empty|none|null|n\/?a|-+|0|无管|空|空位|空孔|无)?$/i
const unreadWords =
  /^(?:no[ _-]?(?:read|code|barcode)|(?:not|un)[ _-]?read(?:able)?|(?:read|decode|decoding)[ _-]?(?:fail(?:ed|ure)?|error)|error|fail(?:ed)?|\?+|\*+|读取失败|无法读取|无法识别|未读出|无码)$/i

/** What a cell says of the tube in its well. */
export function readOf(cell: string): Read {
  const text = cell.trim()
  if (emptyWords.test(text)) return { is: 'empty' }
  return unreadWords.test(text) ? { is: 'unread' } : { is: 'code', code: text }
}

/** A status that a scanner writes beside an empty code, or instead of one. */
export const isStatus = (cell: string): boolean =>
  /^(?:ok|read|good|success|正常|成功)$/i.test(cell.trim()) ||
  (cell.trim() !== '' && readOf(cell).is !== 'code')

/** A spreadsheet turned a long number into `2.19E+26`, and its digits are lost. */
export const hasLostDigits = (code: string): boolean => /^\d(?:[.,]\d+)?e\+?\d+$/i.test(code)
