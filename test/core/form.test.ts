import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { form, type Typed } from '../../src/core/form.ts'
import { fen, fenOf } from '../../src/core/money.ts'
import { idOf, LocalLong, LocalName } from '../../src/core/shapes.ts'
import { Moment, momentText, Temporal } from '../../src/core/time.ts'

const label = { zh: '名', en: 'Name' }
const id = '01a20000-0000-7000-8000-000000000001'
const blank = { zh: null, en: null }

const Thing = z
  .strictObject({
    code: z.string().min(2).max(20),
    title: LocalName,
    about: LocalLong.default(blank),
    owner: idOf(label),
    others: z.array(idOf(label)),
    priceFen: fen(),
    capFen: fen().optional(),
    hours: z.number().min(0).max(24).optional(),
    isOpen: z.boolean(),
    state: z.enum(['on', 'off']),
    days: z.array(z.enum(['mon', 'tue'])),
    from: z.iso.date(),
    to: z.iso.date(),
    at: Moment,
    until: Moment.optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'In order.' })

const things = form(Thing, {
  code: { as: 'text', label, short: true },
  title: { as: 'pair', label },
  about: { as: 'longPair', label },
  owner: { as: 'reference', label },
  others: { as: 'references', label },
  priceFen: { as: 'yuan', label: { zh: '价格', en: 'Price' } },
  capFen: { as: 'yuan', label },
  hours: { as: 'number', label, unit: 'h' },
  isOpen: { as: 'yesNo', label },
  state: { as: 'choice', label, names: { on: label, off: label } },
  days: { as: 'choices', label, names: { mon: label, tue: label } },
  from: { as: 'date', label },
  to: { as: 'date', label },
  at: { as: 'moment', label },
  until: { as: 'moment', label },
})

const input = {
  code: 'AB',
  title: { zh: '名', en: null },
  owner: id,
  others: [id],
  priceFen: 128_050,
  isOpen: false,
  state: 'on',
  days: ['mon', 'tue'],
  from: '2026-01-01',
  to: '2026-12-31',
  at: '2026-03-02T01:00:00Z',
}
const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Kolkata', 'America/New_York', 'UTC']

describe('a form that opens and is read again', () => {
  const draws = Array.from({ length: 200 }, (_, at) => drawn(at))
  test.each(zones)('gives what it opened with, by the clock of %s', (zone) => {
    for (const one of draws) {
      const known = Thing.parse(one)
      expect(Thing.parse(things.read(things.open(known, zone)))).toEqual(known)
    }
  })

  test('also where a row has names beside its ids, and null for what is blank', () => {
    const known = Thing.parse(input)
    const name = { zh: '甲', en: null }
    const row = { ...things.whole(known), owner: { id, name }, others: [{ id, name }] }
    expect(Thing.parse(things.read(things.open(row)))).toEqual(known)
    expect(Thing.parse(things.merged(row, {}))).toEqual(known)
  })

  test('says which fields are wrong, by their labels', () => {
    expect(
      Thing.safeParse(things.read({ ...things.open(Thing.parse(input)), priceFen: ['12,5'] })),
    ).toMatchObject({ error: { issues: [{ path: ['priceFen'] }] } })
    expect(things.labels.priceFen).toEqual({ zh: '价格', en: 'Price' })
  })
})

describe('a change', () => {
  const row = things.whole(Thing.parse({ ...input, capFen: 3 }))

  test('leaves alone what it does not name, defaults too, and empties by null', () => {
    expect(things.edit.schema.parse({})).toEqual({})
    expect(things.edit.schema.parse({ capFen: null })).toEqual({ capFen: null })
    expect(things.edit.schema.safeParse({ priceFen: null }).success).toBe(false)
  })

  test('is checked as a whole', () => {
    const change = things.edit.schema.parse({ capFen: null, to: '2025-12-31' })
    const merged = things.merged(row, change)
    expect(merged).not.toHaveProperty('capFen')
    expect(things.schema.safeParse(merged).error?.issues).toMatchObject([{ path: ['to'] }])
  })

  test('by a form sends every field: blank empties one that may be blank, and is refused elsewhere', () => {
    const typed: Typed = { ...things.open(row), capFen: [''], code: [''], 'about.zh': ['新'] }
    const read = things.edit.read(typed)
    expect(read).toMatchObject({ capFen: null, code: null, about: { zh: '新', en: null } })
    expect(things.edit.schema.safeParse(read).error?.issues).toMatchObject([{ path: ['code'] }])
  })
})

test('amounts part thousands by commas only, and digits of a Chinese input method are read', () => {
  expect(['1,280.50', '１２．５', '12,5', '1.234'].map(fenOf)).toEqual([128_050, 1250, NaN, NaN])
})

test('a clock time that a change of the clocks leaves out moves on, of two the first counts', () => {
  expect(momentText('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00Z')
  expect(momentText('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00Z')
  expect(momentText('soon', 'Asia/Shanghai')).toBe('soon')
})

test('a bare clock time is by the zone that is named', () => {
  const stay = form(z.strictObject({ at: Moment }), { at: { as: 'moment', label } })
  expect(stay.read({ at: ['2026-03-02T09:00'] }, 'Europe/Berlin')).toEqual({
    at: '2026-03-02T08:00:00Z',
  })
})

const Shape = z.strictObject({ name: z.string(), state: z.enum(['on', 'off']), fen: z.int() })
const name = { as: 'text', label } as const
const state = { as: 'choice', label, names: { on: label, off: label } } as const
const half = { as: 'choice', label, names: { on: label } } as const
const amount = { as: 'yuan', label } as const

test('a field that is missing, misspelt or of the wrong kind does not compile', () => {
  // @ts-expect-error -- `fen` is missing
  form(Shape, { name, state })
  // @ts-expect-error -- there is no `feen`
  form(Shape, { name, state, fen: amount, feen: amount })
  // @ts-expect-error -- a number is no text
  form(Shape, { name, state, fen: name })
  // @ts-expect-error -- `off` has no name
  form(Shape, { name, state: half, fen: amount })
  // @ts-expect-error -- a text is no moment
  form(Shape, { name: { as: 'moment', label }, state, fen: amount })
  expect(form(Shape, { name, state, fen: amount }).labels.fen).toBe(label)
})

test('JSON shows a reference with its name, null where it may be blank, and nothing else', () => {
  const { answer } = form(
    z.strictObject({ lab: z.string().optional(), labs: z.array(z.string()) }),
    {
      lab: { as: 'reference', label },
      labs: { as: 'references', label },
    },
  )
  type Lab = z.output<typeof answer.lab>
  const named: Lab = { id, name: { zh: '甲', en: null } }
  // @ts-expect-error -- an id alone is no answer
  const bare: Lab = id
  const labs: z.output<typeof answer.labs> = [named].filter((one) => one !== null)
  expect([answer.lab.parse(named), answer.lab.parse(null), answer.labs.parse(labs)]).toEqual([
    named,
    null,
    labs,
  ])
  expect(answer.lab.safeParse(bare).success).toBe(false)
})

/** Some input or other, the same in every run. */
function drawn(at: number) {
  let seed = at + 1
  const upTo = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % (most + 1)
  }
  const some = <T>(value: T) => (upTo(1) === 1 ? value : undefined)
  const text = () => ['甲', 'b c', '“丙”', '4 <d>'][upTo(3)] ?? ''
  const moment = () =>
    Temporal.Instant.fromEpochMilliseconds(1_772_000_000_000 + upTo(36_000_000) * 1000).toString()
  return {
    ...input,
    code: `X${upTo(10_000)}`,
    title: { zh: text(), en: some(text()) ?? null },
    ...(upTo(1) && { about: { zh: null, en: text() } }),
    others: upTo(1) ? [id] : [],
    priceFen: 1 + upTo(999_999_998),
    capFen: some(1 + upTo(1000)),
    hours: some(upTo(96) / 4),
    isOpen: upTo(1) === 1,
    state: upTo(1) ? 'on' : 'off',
    days: upTo(1) ? ['tue'] : [],
    at: moment(),
    until: some(moment()),
  }
}
