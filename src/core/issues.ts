import type { z } from 'zod'
import type { Issue } from './problem.ts'
import type { Text } from './text.ts'

/**
 * Every issue of a zod error in both languages, unknown names one by one. `input` is what was checked: what is not in
 * it at all is asked for, what is there and wrong is explained.
 */
export function issuesOf(error: z.ZodError, input?: unknown): Issue[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: words.unknown }))
      : [
          {
            path: issue.path.join('.'),
            message: isAbsent(input, issue.path) ? words.needed : messageOf(issue),
          },
        ],
  )
}

const words = {
  unknown: {
    zh: '该字段不存在，请检查名称的拼写。',
    en: 'This field does not exist. Check the spelling of its name.',
  },
  needed: { zh: '请填写。', en: 'Fill this in.' },
  whole: { zh: '应为整数。', en: 'Enter a whole number.' },
  digits: { zh: '小数位过多。', en: 'Too many decimal places.' },
  wrong: { zh: '内容不正确。', en: 'This is not valid.' },
  form: { zh: '格式不正确。', en: 'The format is not valid.' },
  oneOf: (values: string, en: string): Text => ({
    zh: `应为以下之一：${values}。`,
    en: `Must be one of: ${en}.`,
  }),
}

const types: Record<string, Text> = {
  string: { zh: '应为文字。', en: 'Must be text.' },
  number: { zh: '应为数字。', en: 'Must be a number.' },
  int: words.whole,
  boolean: { zh: '应为 true 或 false。', en: 'Must be true or false.' },
  array: { zh: '应为列表。', en: 'Must be a list.' },
  object: { zh: '应为由名称和值组成的对象。', en: 'Must be an object of names and values.' },
}

const formats: Record<string, Text> = {
  email: {
    zh: '应为邮箱地址，例如 name@example.org。',
    en: 'Enter an email address, such as name@example.org.',
  },
  url: {
    zh: '应为网址，例如 https://example.org。',
    en: 'Enter a web address, such as https://example.org.',
  },
  uuid: { zh: '应为本系统的标识。', en: 'Must be an ID of this service.' },
  date: { zh: '应为日期，例如 2026-11-23。', en: 'Enter a date, such as 2026-11-23.' },
  datetime: {
    zh: '应为带时区的时间，例如 2026-11-23T09:00+08:00。',
    en: 'Enter a time with its offset, such as 2026-11-23T09:00+08:00.',
  },
}

function messageOf(issue: z.core.$ZodIssue): Text {
  if (issue.code === 'custom')
    return { zh: issue.message, en: issue.message, ...textIn(issue.params) }
  if (issue.code === 'too_big' || issue.code === 'too_small') return boundOf(issue)
  if (issue.code === 'invalid_value') return choice(issue.values.map(String))
  if (issue.code === 'invalid_union') return firstOf(issue.errors)
  return shapeOf(issue)
}

function shapeOf(issue: z.core.$ZodIssue): Text {
  if (issue.code === 'invalid_type') return types[issue.expected] ?? words.wrong
  if (issue.code === 'invalid_format') return formats[issue.format] ?? words.form
  if (issue.code === 'not_multiple_of') return issue.divisor === 1 ? words.whole : words.digits
  return words.wrong
}

const mostNamed = 20

const choice = (values: readonly string[]): Text =>
  values.length > mostNamed ? words.wrong : words.oneOf(values.join('、'), values.join(', '))

/** What fits nowhere is measured by the first of what it might have been. */
function firstOf(errors: readonly (readonly z.core.$ZodIssue[])[]): Text {
  const [first] = errors.flat()
  return first ? messageOf(first) : words.wrong
}

type OutOfBounds = Extract<z.core.$ZodIssue, { code: 'too_big' | 'too_small' }>

function boundOf(issue: OutOfBounds): Text {
  const isMost = issue.code === 'too_big'
  const bound = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum)
  if (!isMost && bound === 1 && issue.origin === 'string') return words.needed
  const [least, most] = bounds[issue.origin] ?? bounds.number
  return (isMost ? most : least)(bound)
}

type Bounds = readonly [least: (bound: number) => Text, most: (bound: number) => Text]

const bounds: Record<string, Bounds> & { number: Bounds } = {
  number: [
    (bound) => ({ zh: `不能小于 ${bound}。`, en: `At least ${bound}.` }),
    (bound) => ({ zh: `不能大于 ${bound}。`, en: `At most ${bound}.` }),
  ],
  string: [
    (bound) => ({ zh: `至少 ${bound} 个字符。`, en: `At least ${bound} characters.` }),
    (bound) => ({ zh: `最多 ${bound} 个字符。`, en: `At most ${bound} characters.` }),
  ],
  array: [
    (bound) => ({
      zh: `至少 ${bound} 项。`,
      en: bound === 1 ? 'At least one is needed.' : `At least ${bound} entries.`,
    }),
    (bound) => ({ zh: `最多 ${bound} 项。`, en: `At most ${bound} entries.` }),
  ],
}

/** A refinement may say its message in both languages: `params: { text: { zh, en } }`. */
function textIn(params: Record<string, unknown> | undefined): Partial<Text> {
  const text = params?.['text']
  return typeof text === 'object' && text !== null ? text : {}
}

function isAbsent(input: unknown, path: readonly PropertyKey[]): boolean {
  if (input === undefined || path.length === 0) return false
  let at: unknown = input
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return false
    at = Reflect.get(at, step)
  }
  return at === undefined || at === null
}
