import { expect, test } from 'vitest'
import { z } from 'zod'
import { issuesOf } from '../../src/core/issues.ts'
import { Moment } from '../../src/core/time.ts'

const shape = z.strictObject({
  name: z.string().min(1).max(5),
  year: z.int().min(1900).max(2100),
  kind: z.enum(['instrument', 'dataset']),
  site: z.union([z.url(), z.null()]).optional(),
  tags: z.array(z.string().max(3)).max(2).optional(),
  at: Moment.optional(),
})

const said = (input: unknown, lang: 'zh' | 'en' = 'en') => {
  const { error } = shape.safeParse(input)
  return Object.fromEntries(
    issuesOf(error ?? new z.ZodError([]), input).map(({ path, message }) => [path, message[lang]]),
  )
}

const good = { name: 'a', year: 2000, kind: 'dataset' }

test('what is missing is asked for, what is wrong explained, what is unknown named', () => {
  expect(said({ name: '', kind: 'x', colour: 1, shape: 2 })).toEqual({
    name: 'Fill this in.',
    year: 'Fill this in.',
    kind: 'Must be one of: instrument, dataset.',
    colour: 'This field does not exist. Check the spelling of its name.',
    shape: 'This field does not exist. Check the spelling of its name.',
  })
  expect(said({ ...good, year: '2000' })).toEqual({ year: 'Must be a number.' })
  expect(said({ ...good, year: 3000.5 }, 'zh')).toEqual({ year: '应为整数。' })
  expect(said({ ...good, year: 3000 }, 'zh')).toEqual({ year: '不能大于 2100。' })
  expect(said({ ...good, name: '一二三四五六' }, 'zh')).toEqual({ name: '最多 5 个字符。' })
})

test('the place of what is wrong leads into lists', () => {
  expect(said({ ...good, tags: ['ab', 'abcd'] })).toEqual({ 'tags.1': 'At most 3 characters.' })
  expect(said({ ...good, tags: ['a', 'b', 'c'] })).toEqual({ tags: 'At most 2 entries.' })
  expect(said({ ...good, site: 'nowhere', at: 'Monday' })).toEqual({
    site: 'Enter a web address, such as https://example.org.',
    at: 'Enter a time with its offset, such as 2026-03-02T09:00+08:00.',
  })
})
