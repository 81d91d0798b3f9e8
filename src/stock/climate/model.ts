import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, Named, saying } from '../../core/shapes.ts'
import { InstantAnswer, Moment } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { PlaceRef } from '../places/model.ts'
import { classNames, climateWords as words } from './words.ts'

/** FAO Genebank Standards (2014) 4.2 and 4.4: what long- and medium-term stores are kept at. */
export const classes = ['long_term', 'medium_term', 'own'] as const
export type ClimateClass = (typeof classes)[number]

const celsius = z.number().min(-200).max(100)
const humidity = z.number().min(0).max(100)

/** What the air of a place should be: of a class, or within bounds of its own. */
const Climate = z
  .strictObject({
    class: z.enum(classes),
    celsiusFrom: celsius.optional(),
    celsiusTo: celsius.optional(),
    humidityFrom: humidity.optional(),
    humidityTo: humidity.optional(),
  })
  .refine(
    (of) => of.class !== 'own' || (of.celsiusFrom !== undefined && of.celsiusTo !== undefined),
    { path: ['celsiusFrom'], ...saying(words.boundsNeeded) },
  )
  .refine((of) => (of.celsiusFrom ?? -Infinity) <= (of.celsiusTo ?? Infinity), {
    path: ['celsiusTo'],
    ...saying(words.inOrder),
  })
  .refine((of) => (of.humidityFrom ?? -Infinity) <= (of.humidityTo ?? Infinity), {
    path: ['humidityTo'],
    ...saying(words.inOrder),
  })
export type Climate = z.output<typeof Climate>
export const climateForm = form(Climate, {
  class: { as: 'choice', label: words.class, names: classNames, hint: words.classHint },
  celsiusFrom: { as: 'number', unit: 'Cel', label: words.celsiusFrom, hint: words.ownHint },
  celsiusTo: { as: 'number', unit: 'Cel', label: words.celsiusTo },
  humidityFrom: { as: 'number', unit: '%', label: words.humidityFrom, hint: words.humidityHint },
  humidityTo: { as: 'number', unit: '%', label: words.humidityTo },
})

const Reading = z
  .strictObject({
    at: Moment,
    celsius: celsius.optional(),
    humidity: humidity.optional(),
  })
  .refine((reading) => reading.celsius !== undefined || reading.humidity !== undefined, {
    path: ['celsius'],
    ...saying(words.sayOne),
  })
export type Reading = z.output<typeof Reading>
/** One that somebody reads off. */
export const readingForm = form(Reading, {
  at: { as: 'moment', label: words.at },
  celsius: { as: 'number', label: words.celsius },
  humidity: { as: 'number', label: words.humidity },
})

export const NewReadings = z.strictObject({ readings: z.array(Reading).min(1).max(10_000) })
export type NewReadings = z.output<typeof NewReadings>

/** Two months of a logger that writes every ten minutes are 0.5 MB. */
export const maxLoggerBytes = 5_000_000

/** What a logger wrote, pasted; `rules.ts` makes readings of it. */
export const loggerForm = form(z.strictObject({ table: z.string() }), {
  table: { as: 'long', label: words.table, hint: words.tableHint },
})

export const EnteredReadings = z.object({
  entered: z.int().describe('New ones, and those that were other before.'),
  outside: z.int().describe('How many of those are outside of what the place is kept at.'),
})

export const ReadingAnswer = z
  .object({
    at: InstantAnswer,
    celsius: z.number().nullable(),
    humidity: z.number().nullable(),
    isOutside: z.boolean(),
  })
  .meta({ id: 'ClimateReading' })

export const ClimateAnswer = z
  .object({
    id: z.string(),
    ...climateForm.answer,
    class: climateForm.answer.class.nullable(),
    of: PlaceRef.nullable().describe('The place that says so: itself, or one around it.'),
    latest: ReadingAnswer.nullable(),
  })
  .meta({ id: 'PlaceClimate' })

export const alarmFilter = form(
  z.strictObject({ institution: idOf(refusalWords.noInstitution).optional() }),
  { institution: { as: 'reference', label: words.institution } },
)
export type AlarmFilter = z.output<typeof alarmFilter.schema>

/** Readings outside, one after the other, of one place. */
export const AlarmAnswer = z
  .object({
    place: PlaceRef,
    institution: Named,
    beganAt: InstantAnswer,
    lastAt: InstantAnswer,
    isOpen: z.boolean().describe('The latest reading of the place is outside.'),
    readings: z.int(),
    celsiusLowest: z.number().nullable(),
    celsiusHighest: z.number().nullable(),
    humidityLowest: z.number().nullable(),
    humidityHighest: z.number().nullable(),
  })
  .meta({ id: 'ClimateAlarm' })
