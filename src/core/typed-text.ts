import { type Issue, Problem } from './problem.ts'

const words = {
  noText: {
    zh: '含有无法保存的字符（空字符或不成对的代理项），请删除后重新填写。',
    en: 'Contains a character that cannot be saved (NUL or half of a surrogate pair). Remove it.',
  },
  tooDeep: {
    zh: '内容嵌套过深，请减少层次。',
    en: 'Nested too deeply. Use fewer levels.',
  },
}

/**
 * What nobody types on purpose and nobody sees: control characters but tabs and line breaks, which XML cannot carry;
 * characters that turn the direction of the text around them (U+202A–202E, U+2066–2069); marks without a width.
 */
const unseen = /(?![\t\n\r])\p{Cc}|[\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu

/** Whether PostgreSQL can keep it. */
export const isText = (text: string) => text.isWellFormed() && !text.includes('\0')

/** A text as it is kept: without what nobody sees, and empty where nothing is seen at all. */
export function seenText(text: string): string {
  const seen = text.toWellFormed().replace(unseen, '')
  return /[^\s\p{Cf}]/u.test(seen) ? seen : seen.replace(/\p{Cf}/gu, '')
}

/** Refuses a form by the names of its inputs whose text cannot be kept: see {@link seenInput}. */
export function refuseNoText(typed: Readonly<Record<string, readonly string[]>>): void {
  const issues = Object.entries(typed)
    .filter(([, texts]) => !texts.every(isText))
    .map(([path]) => ({ path, message: words.noText }))
  if (issues.length > 0) throw new Problem('invalid', words.noText, { issues })
}

/** Deeper than any schema; a stack holds so many levels however it is walked. */
const mostLevels = 64

/**
 * Everything typed in what a request sent, as {@link seenText} has it. Refuses, by the path of each, texts that
 * PostgreSQL cannot keep: with NUL or with half of a surrogate pair.
 */
export function seenInput(value: unknown): unknown {
  const issues: Issue[] = []
  const seen = seenIn(value, [], issues)
  if (issues.length > 0) throw new Problem('invalid', words.noText, { issues })
  return seen
}

function seenIn(value: unknown, path: readonly (string | number)[], issues: Issue[]): unknown {
  if (path.length > mostLevels) throw new Problem('unreadable', words.tooDeep)
  if (typeof value === 'string') {
    if (!isText(value)) note(issues, path)
    return seenText(value)
  }
  if (Array.isArray(value))
    return value.map((one, number) => seenIn(one, [...path, number], issues))
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (!isText(name)) note(issues, path)
      return [name, seenIn(one, [...path, name], issues)]
    }),
  )
}

/** An object of names and values, as JSON and forms send; nothing that is made of them. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const mostIssues = 100

function note(issues: Issue[], path: readonly (string | number)[]): void {
  if (issues.length < mostIssues) issues.push({ path: path.join('.'), message: words.noText })
}
