import { partialDateOf } from '../../../core/partial-date.ts'
import type { Issue } from '../../../core/problem.ts'
import { surnames } from './surnames.ts'
import { identifierWords as words } from '../words.ts'

/** What would tell who somebody is. */
export type IdentifierKind = 'name' | 'idCard' | 'phone' | 'email' | 'birth' | 'address' | 'record'

/** A column of a table that holds, or seems to hold, what identifies people. */
type IdentifyingColumn = { column: string; kind: IdentifierKind }

/** What a text of any length seems to hold of it; undefined for nothing. */
export function identifierIn(text: string): IdentifierKind | undefined {
  const plain = plainOf(text)
  if (/[\w.+-]@[\w-]+\.\w/.test(plain)) return 'email'
  // Numbers are written in groups: 620102 1990 0307 123X.
  if (ungrouped(plain).some(holdsIdCard)) return 'idCard'
  if (phones.some((phone) => phone.test(plain))) return 'phone'
  if (birth.test(plain)) return 'birth'
  return titled.test(plain) ? 'name' : undefined
}

/** The same of what should be a code: a name or a date alone stands for a person there. */
export function identifierInCode(code: string): IdentifierKind | undefined {
  const plain = plainOf(code).trim()
  if (isName(plain)) return 'name'
  return isDate(plain) ? 'birth' : identifierIn(plain)
}

/** Columns of a table that are called as what identifies people is. */
export const identifiersInColumns = (header: readonly string[]): IdentifyingColumn[] =>
  header.flatMap((column) => {
    const kind = kindOfColumn(column)
    return kind ? [{ column, kind }] : []
  })

/** Cells of a row that seem to hold it; `codes` are the columns where codes are expected. */
export const identifiersInRow = (
  row: Readonly<Record<string, string | null | undefined>>,
  codes: ReadonlySet<string>,
): IdentifyingColumn[] =>
  Object.entries(row).flatMap(([column, cell]) => {
    const kind = cell && (codes.has(column) ? identifierInCode(cell) : identifierIn(cell))
    return kind ? [{ column, kind }] : []
  })

/** What seems to identify people in an input, however deep, each with the path of its field. */
export function issuesOfIdentifiers(input: unknown, codes: ReadonlySet<string>, at = ''): Issue[] {
  if (typeof input === 'string') {
    const kind = codes.has(lastOf(at)) ? identifierInCode(input) : identifierIn(input)
    return kind ? [{ path: at, message: words.looksLike(kind) }] : []
  }
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([name, value]) =>
    issuesOfIdentifiers(value, codes, at ? `${at}.${name}` : name),
  )
}

/** The name of a field; entries of a list are called as the list is. */
const lastOf = (path: string) => path.replace(/(?:\.\d+)+$/, '').replace(/^.*\./, '')

/** Full-width digits and letters are digits and letters. */
const plainOf = (text: string) => text.normalize('NFKC')

const ungrouped = (text: string) => [text, text.replace(/(?<=\d)[\s\-–—.·]+(?=[\dXx])/gu, '')]

function holdsIdCard(text: string): boolean {
  const long = [...text.matchAll(/(?<!\d)(\d{17}[\dXx])(?!\d)/g)].some(([, one = '']) =>
    isIdCard(one),
  )
  return (
    long || [...text.matchAll(/(?<!\d)(\d{15})(?!\d)/g)].some(([, one = '']) => isOldIdCard(one))
  )
}

/** The province, 11 to 82, of GB/T 2260. */
const region = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** GB 11643: region, day of birth, order, check digit. One that was mistyped still tells who it is: the check is not asked. */
const isIdCard = (number: string) => region.test(number) && isDate(number.slice(6, 14))

/** As they were until 1999, with two digits of the year and no check. */
const isOldIdCard = (number: string) => region.test(number) && isDate(`19${number.slice(6, 12)}`)

/** A day of the calendar since 1900, by itself: 1985-03-12, 19850312, 1985年3月12日, 1985/3/12. */
function isDate(text: string): boolean {
  const date = /[ T]/.test(text)
    ? null
    : partialDateOf(text.replaceAll(/[年月]/g, '-').replace(/日$/, ''))
  return date?.precision === 'day' && date.year >= 1900 && date.year <= 2100
}

const phones = [
  // Mobile: 138 0013 8000, +86-138-0013-8000.
  /(?<![\dA-Za-z])(?:(?:\+|00)?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/,
  // Landline: 0931-8912345, (010) 6275 1234, 09318912345.
  /(?<![\dA-Za-z-])\(?0(?:10|2\d|[3-9]\d{2})\)?[\s-]?[2-9]\d{2,3}[\s-]?\d{4}(?!\d)/,
  // Of other countries: +44 20 7946 0958.
  /(?<![\dA-Za-z])\+\d{1,3}[\s-]?(?:\d[\s-]?){6,12}\d/,
  /(?:电话|手机|联系方式|\bphone\b|\btel\b|\bmobile\b)\D{0,8}\d{5,}/i,
]

/** A cohort of births, or what a child weighed, tells nobody’s birthday. */
const birth =
  /(?:出生(?!体重|身长|队列|缺陷)|生日|生于|诞生|\bborn\b|\bbirth(?! (?:weight|length|cohort|order|defect))|\bdate of birth\b|\bd\.?o\.?b\b)\D{0,12}\d/i

/** 姓名：张三 · 张女士 · Name: Zhang San. */
const titled = new RegExp(
  `(?:姓名|名字|\\b(?:full |patient |donor )?name)\\s*[:=是为]\\s*\\S|(?:^|[^\\u4e00-\\u9fff])(?:${surnames.join('|')})[\\u4e00-\\u9fff]{0,2}(?:先生|女士|小姐)`,
  'i',
)

const named = new RegExp(`^(?:${surnames.join('|')})[\\u4e00-\\u9fff·]{1,3}$`)
const isName = (text: string) => text.length <= 4 && named.test(text)

/** `patientName` and `patient_name` are two words; so is 患者姓名 for what is looked for in it. */
function kindOfColumn(column: string): IdentifierKind | undefined {
  const plain = plainOf(column).trim()
  const parts = plain
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9\u4e00-\u9fff]+/)
    .filter(Boolean)
  const joined = parts.join(' ')
  return columnNames.find(([, pattern]) => pattern.test(joined))?.[0]
}

const whose =
  '(?:full|first|last|family|given|middle|person|personal|patient|donor|subject|participant|contact|mother|father)'
const columnNames: readonly (readonly [IdentifierKind, RegExp])[] = [
  [
    'idCard',
    /身份证|公民身份|\bid ?card\b|\bidentity (?:card|number)\b|\bnational id\b|\bidcard|\bssn\b|^sfz/,
  ],
  [
    'birth',
    /出生(?!体重|身长|队列)|生日|诞辰|\bbirth(?! ?(?:weight|length|cohort))|\bdob\b|\bborn\b/,
  ],
  [
    'phone',
    /电话|手机|联系方式|微信|\bqq\b|\b(?:tele)?phone|\bmobile\b|\bcell ?phone|\btel\b|\bwechat\b|\bfax\b|传真/,
  ],
  ['email', /邮箱|邮件|电邮|\be ?mail|^mail$/],
  [
    'address',
    /住址|家庭地址|通信地址|通讯地址|居住地|户籍|\bhome address\b|^address$|^地址$|\bpostal address\b/,
  ],
  [
    'record',
    /病历号|病案号|住院号|门诊号|就诊卡|医保|社保|护照|\bmrn\b|\bpassport\b|\binsurance\b|\bmedical record\b|\bhospital number\b/,
  ],
  [
    'name',
    new RegExp(
      `姓名|^名字$|^姓$|^(?:患者|病人|供者|供体|受试者|母亲|父亲|联系人)(?:名|名字)?$|^names?$|^xingming$|\\b${whose} ?names?\\b|\\bsurname\\b|\\b(?:fore|last|first)name\\b`,
    ),
  ],
]
