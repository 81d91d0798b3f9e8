import { z } from 'zod'
import { form } from '../../core/form.ts'
import { Named, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { PartialMoment, Term } from '../model.ts'
import { Amount, eventKinds } from '../samples/model.ts'
import { eventNames, eventWords as words } from './words.ts'

/** What people record by hand; moves, shipments and blocks follow from what was done. */
const recorded = ['collection', 'processing', 'freeze', 'thaw', 'use', 'destroy'] as const

/** MIABIS-EVENT. */
const NewEvent = z
  .strictObject({
    kind: z.enum(recorded),
    happenedOn: PartialMoment.optional(),
    age: z.number().min(0).max(50_000).optional(),
    ageUnit: Term.optional(),
    amount: Amount.optional(),
    note: z.string().trim().max(1000).optional(),
  })
  .refine(({ happenedOn, age }) => happenedOn === undefined || age === undefined, {
    path: ['age'],
    ...saying(words.notBoth),
  })
  .refine(({ age, ageUnit }) => (age === undefined) === (ageUnit === undefined), {
    path: ['ageUnit'],
    ...saying(words.unitNeeded),
  })
  .refine(({ kind, amount }) => kind === 'use' || amount === undefined, {
    path: ['amount'],
    ...saying(words.amountOfUse),
  })
export type NewEvent = z.output<typeof NewEvent>

const { collection, processing, freeze, thaw, use, destroy } = eventNames
export const eventForm = form(NewEvent, {
  kind: {
    as: 'choice',
    label: { zh: '事件', en: 'Event' },
    names: { collection, processing, freeze, thaw, use, destroy },
  },
  happenedOn: {
    as: 'text',
    label: { zh: '时间', en: 'Date' },
    hint: words.whenHint,
    short: true,
  },
  age: { as: 'number', label: { zh: '或年龄', en: 'Or age' }, hint: words.ageHint },
  ageUnit: { as: 'reference', label: { zh: '年龄单位', en: 'Age unit' } },
  amount: { as: 'number', label: { zh: '用量', en: 'Amount' }, hint: words.amountHint },
  note: { as: 'long', label: { zh: '备注', en: 'Note' } },
})

export const EventAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(eventKinds),
    happenedOn: z.string().nullable(),
    age: z.number().nullable(),
    ageUnit: Named.nullable(),
    note: z.string().nullable(),
    at: InstantAnswer,
    by: z.string().nullable().describe('Who recorded it.'),
  })
  .meta({ id: 'SampleEvent' })
