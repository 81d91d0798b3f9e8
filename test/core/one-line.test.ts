import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Declared } from '../../src/core/form.ts'

const isForm = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'fields' in value && 'labels' in value

const models = globSync('src/**/model{.ts,/*.ts}')
const modules = await Promise.all(
  models.map(async (path): Promise<object> => import(resolve(path))),
)
const forms = modules.flatMap((module) =>
  Object.entries(module).filter((entry): entry is [string, Declared] => isForm(entry[1])),
)

test('what is typed into an input of one line is kept in one line', () => {
  expect(forms.length).toBeGreaterThan(15)
  const broken = forms.flatMap(([form, { fields, schema }]) =>
    Object.entries(fields)
      .filter(([name, { as }]) => as === 'text' && keepsBreak(schema.shape[name]))
      .map(([name]) => `${form}.${name}`),
  )
  expect(broken).toEqual([])
})

const keepsBreak = (shape: unknown) => {
  const kept = shape instanceof z.ZodType ? shape.safeParse('one\r\ntwo') : undefined
  return typeof kept?.data === 'string' && /[\r\n]/.test(kept.data)
}
