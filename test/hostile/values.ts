import * as fc from 'fast-check'
import type { Schema } from '../../src/web/api-reference/document.ts'

/** What people and programs send that no field was made for. */
const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\u202egnp.exe',
  '\u2066\u2069',
  '\u200b',
  '甲\r\n乙',
  '0',
  '-1',
  '1e308',
  'NaN',
  '__proto__',
  "'; drop table record; --",
  '%',
  '%_%',
  '\\',
  '=1+1',
  '../../etc/passwd',
  'x'.repeat(3000),
  '2020..2010',
  '4904..',
  '..',
  '0..0',
  '180,90,-180,-90',
  '1e308,1e308,1e308,1e308',
  '0197a2f0-0000-7000-8000-000000000000',
  'not-an-id',
  btoa('["a","b"]'),
  btoa('[1]'),
  btoa('["%00"]'),
  btoa('[1e308,"0197a2f0-0000-7000-8000-000000000000"]'),
  btoa('["9999-99-99","x"]'),
]

const hostileTimes = [
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '2026-02-30',
  '2026-13',
  '9999-12',
  '0000-00',
  '0000-01-01T00:00Z',
  '0001-01-01T00:00+14:00',
  '9999-12-31T23:59:59-12:00',
  '+010000-01-01T00:00Z',
  '+275760-09-13T00:00Z',
  '-000001-01-01T00:00Z',
  '-271821-04-20T00:00Z',
  '2026-03-02T09:00',
  '2026-03-02T09:00:00.000000001Z',
]

const usualTimes = ['2026-11-25T09:00+08:00', '2026-11-25T11:00+08:00', '2026-11-26', '2026-12']

const hostileNumbers = [0, -0, -1, 0.1, 1e-300, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, 1e308]

export const hostileText = fc.constantFrom(...hostileTexts, ...hostileTimes)

export const hostile = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...hostileNumbers) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(null, true, [], {}, [null], [[[]]], { zh: '\u0000' }),
  },
)

type Known = {
  /** `#/components/schemas/…` */
  resolve: (ref: string) => Schema
  /** Ids of what is there. */
  ids: readonly string[]
}

const often = <T>(weight: number, usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: other })

/** What a field of such a name is usually given. */
function usualTextOf(name: string, { ids, schema }: { ids: readonly string[]; schema: Schema }) {
  if (/^(start|end|from|to|since|before)$|(At|From|To|Until)$/.test(name) && !schema.pattern)
    return fc.constantFrom(...usualTimes, ...usualTimes.slice(0, 2))
  if (/email/i.test(name)) return fc.constantFrom('name@example.org')
  if (schema.format === 'date') return fc.constantFrom('2026-11-26', '2026-12-24')
  if (/uuid/.test(schema.format ?? '') || schema.maxLength === undefined)
    return fc.constantFrom(...ids)
  return fc.constantFrom('样品 one', 'Text', 'text')
}

const textOf = (name: string, schema: Schema, ids: readonly string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: usualTextOf(name, { ids, schema }) },
    { weight: 2, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.constantFrom(...usualTimes, ...ids) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  )

function numberOf({ minimum = 0, maximum = Math.max(100, minimum) }: Schema) {
  const min = Math.max(Math.ceil(minimum), -1000)
  return often(
    6,
    fc.integer({ min, max: Math.max(min, Math.min(Math.floor(maximum), 1000)) }),
    fc.constantFrom(...hostileNumbers),
  )
}

type Place = { depth: number; name: string }
const top: Place = { depth: 0, name: '' }

/** Mostly what a schema asks for, and here and there what it does not. */
export function valueOf(schema: Schema, known: Known, place = top): fc.Arbitrary<unknown> {
  return often(place.depth === 0 ? 40 : 15, fittingValueOf(schema, known, place), hostile)
}

function fittingValueOf(schema: Schema, known: Known, place: Place): fc.Arbitrary<unknown> {
  if (schema.$ref) return fittingValueOf(known.resolve(schema.$ref), known, place)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => fittingValueOf(one, known, place)))
  const types = [schema.type ?? 'string'].flat()
  return fc.oneof(...types.map((type) => valueOfType(type, schema, { known, place })))
}

const simpleValues = new Map<string, (schema: Schema) => fc.Arbitrary<unknown>>([
  ['null', () => fc.constant(null)],
  ['boolean', () => fc.boolean()],
  ['number', numberOf],
  ['integer', numberOf],
])

function valueOfType(
  type: string,
  schema: Schema,
  { known, place }: { known: Known; place: Place },
): fc.Arbitrary<unknown> {
  const { depth, name } = place
  const simple = simpleValues.get(type)
  if (simple) return simple(schema)
  if (type === 'array' && schema.items && depth < 6)
    return fc.array(valueOf(schema.items, known, { name, depth: depth + 1 }), { maxLength: 3 })
  if (type === 'array') return fc.constant([])
  if (type === 'object') return objectOf(schema, known, depth)
  return textOf(name, schema, known.ids)
}

function objectOf(schema: Schema, known: Known, depth: number): fc.Arbitrary<unknown> {
  const fields = depth < 6 ? Object.entries(schema.properties ?? {}) : []
  // A record has a hundred fields: with all of them, none would ever be right.
  const unusual = Math.max(1, fields.length / 3)
  const entries = fields.map(([name, field]): [string, fc.Arbitrary<unknown>] => {
    const value = valueOf(field, known, { name, depth: depth + 1 })
    if (schema.required?.includes(name)) return [name, often<unknown>(30, value, absent)]
    return [
      name,
      fc.oneof({ weight: 2, arbitrary: value }, { weight: Math.ceil(unusual), arbitrary: absent }),
    ]
  })
  return fc.record(Object.fromEntries(entries))
}
const absent = fc.constant(undefined)

/** The same as a text in an address. */
export const textValueOf = (name: string, schema: Schema, known: Known) =>
  fc.oneof(
    { weight: 5, arbitrary: fittingValueOf(schema, known, { name, depth: 1 }).map(String) },
    { weight: 1, arbitrary: hostileText },
  )

/** What stands for an id in a path. */
export const idOf = (ids: readonly string[], all: readonly string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(ids.length > 0 ? ids : all)) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
    { weight: 1, arbitrary: fc.constant('0197a2f0-0000-7000-8000-000000000000') },
    {
      weight: 2,
      arbitrary: hostileText.filter((text) => text !== '' && !/^\.\.?(\/|$)/.test(text)),
    },
  )

/** A version to match, or none. */
export const ifMatch = fc.constantFrom(
  undefined,
  '*',
  '*',
  '*',
  '"1"',
  '"99999999999999999999"',
  'x',
)

/** A file and the texts beside it, some without the boundary that parts them. */
export const formOf = (schema: Schema, known: Known) =>
  fc.record({
    texts: valueOf({ ...schema, type: 'object' }, known),
    hasBoundary: fc.constantFrom(true, true, true, false),
    name: fc.constantFrom('a.txt', 'a.png', 'a\u202egnp.exe', '\u0000', ''),
  })
