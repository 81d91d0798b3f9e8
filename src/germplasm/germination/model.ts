import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, LocalAnswer, Named } from '../../core/shapes.ts'
import { Day } from '../../core/time.ts'
import { entryWords } from '../../stock/entries/words.ts'
import { CodedLot, TitledRecord } from '../../stock/model.ts'
import { stockWords } from '../../stock/words/common.ts'
import { categories } from '../protocols/model.ts'
import { categoryNames, protocolWords } from '../protocols/words.ts'
import { germinationWords as words, testStateNames } from './words.ts'

export const testStates = ['running', 'finished', 'abandoned'] as const
export type TestState = (typeof testStates)[number]

const protocol = idOf(protocolWords.noProtocol)
const labels = {
  protocol: { zh: '检测方案', en: 'Protocol' },
  startedOn: { zh: '开始日期', en: 'Start date' },
  percent: { zh: '活力', en: 'Viability' },
  isConclusive: { zh: '有结论', en: 'Conclusive' },
  note: { zh: '备注', en: 'Note' },
} as const

/** A test that begins: its seeds are taken of the lot. */
const NewTest = z.strictObject({
  protocol,
  startedOn: Day.optional(),
  replicates: z.int().min(1).max(40).optional(),
  seedsPerReplicate: z.int().min(1).max(1000).optional(),
  reason: line().min(1).max(500).optional(),
  passReserve: z.boolean().default(false),
})
export type NewTest = z.output<typeof NewTest>
export const testForm = form(NewTest, {
  protocol: { as: 'reference', label: labels.protocol },
  startedOn: { as: 'date', label: labels.startedOn, hint: words.startedHint },
  replicates: {
    as: 'number',
    label: { zh: '重复数', en: 'Replicates' },
    hint: words.asPlannedHint,
  },
  seedsPerReplicate: {
    as: 'number',
    label: { zh: '每重复粒数', en: 'Seeds per replicate' },
    hint: words.fewerHint,
  },
  reason: { as: 'text', label: stockWords.reason },
  passReserve: {
    as: 'yesNo',
    label: entryWords.passReserve,
    hint: entryWords.passReserveHint,
  },
})

/** What was found before, on paper: no seeds are taken of the lot. */
const OldResult = z.strictObject({
  testedOn: Day,
  percent: z.number().min(0).max(100),
  seeds: z.int().min(1).max(100_000).optional(),
  protocol: protocol.optional(),
  isConclusive: z.boolean().default(true),
  note: z.string().trim().max(2000).optional(),
})
export type OldResult = z.output<typeof OldResult>
export const resultForm = form(OldResult, {
  testedOn: { as: 'date', label: { zh: '检测日期', en: 'Test date' } },
  percent: { as: 'number', unit: '%', label: labels.percent },
  seeds: { as: 'number', label: words.seeds },
  protocol: { as: 'reference', label: labels.protocol },
  isConclusive: {
    as: 'yesNo',
    label: labels.isConclusive,
    hint: words.conclusiveHint,
  },
  note: { as: 'long', label: labels.note },
})

const found = z.int().min(0).max(1000).default(0)

/** What was found in one dish on one day, and taken out of it: new since it was counted before. */
const NewCount = z.strictObject({
  replicate: z.int().min(1).max(100),
  day: z.int().min(0).max(1000),
  normal: found,
  abnormal: found,
  hard: found,
  dead: found,
  empty: found,
  corrects: z.int().min(0).max(1_000_000).default(0),
})
export type NewCount = z.output<typeof NewCount>
export const countForm = form(NewCount, {
  replicate: { as: 'number', label: words.replicate },
  day: { as: 'number', unit: 'd', label: words.day, hint: words.dayHint },
  normal: { as: 'number', label: categoryNames.normal },
  abnormal: { as: 'number', label: categoryNames.abnormal },
  hard: { as: 'number', label: categoryNames.hard },
  dead: { as: 'number', label: categoryNames.dead },
  empty: { as: 'number', label: categoryNames.empty },
  corrects: { as: 'number', label: words.corrects, hint: words.correctsHint },
})

const Completion = z.strictObject({
  finishedOn: Day.optional(),
  isConclusive: z.boolean(),
  note: z.string().trim().max(2000).optional(),
})
export type Completion = z.output<typeof Completion>
export const completionForm = form(Completion, {
  finishedOn: {
    as: 'date',
    label: { zh: '结束日期', en: 'Ended on' },
    hint: words.startedHint,
  },
  isConclusive: {
    as: 'yesNo',
    label: labels.isConclusive,
    hint: words.conclusiveHint,
  },
  note: { as: 'long', label: labels.note },
})

export const abandonmentForm = form(z.strictObject({ reason: line().min(1).max(500) }), {
  reason: { as: 'text', label: stockWords.reason },
})
export type Abandonment = z.output<typeof abandonmentForm.schema>

export const testFilter = form(
  z.strictObject({
    code: line().max(500).optional(),
    state: z.enum(testStates).optional(),
  }),
  {
    code: { as: 'text', type: 'search', label: words.scan },
    state: {
      as: 'choice',
      label: words.state,
      names: {
        running: testStateNames.running.text,
        finished: testStateNames.finished.text,
        abandoned: testStateNames.abandoned.text,
      },
    },
  },
)
export type TestFilter = z.output<typeof testFilter.schema>

/** A test as lists have it. */
export const ListedTest = z
  .object({
    id: z.string(),
    code: z.string().describe('On its labels: the lot, `@`, the number of the test.'),
    lot: CodedLot,
    record: TitledRecord,
    institution: Named,
    protocol: z.object({ id: z.string(), code: z.string(), name: LocalAnswer }).nullable(),
    startedOn: z.string(),
    finishedOn: z.string().nullable(),
    state: z.enum(testStates),
    seeds: z.int().nullable(),
    plannedSeeds: z.int().nullable(),
    percent: z.number().nullable(),
    isConclusive: z.boolean().nullable(),
    isOld: z.boolean().describe('Entered as it was found: no seeds were taken of the lot.'),
    note: z.string().nullable(),
    abandonedReason: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'ListedViabilityTest' })

const tally = { normal: z.int(), abnormal: z.int(), hard: z.int(), dead: z.int(), empty: z.int() }

const Dish = z.object({
  number: z.int(),
  seeds: z.int().describe('Sown in it.'),
  counts: z.array(
    z.object({
      day: z.int(),
      ...tally,
      version: z.int(),
      at: z.string().meta({ format: 'date-time' }),
      by: z.string().nullable(),
    }),
  ),
})

/** A test with its dishes, what was counted, and how it germinated. */
export const TestAnswer = ListedTest.extend({
  categories: z.array(z.enum(categories)),
  hardIsViable: z.boolean(),
  lastDay: z.int().nullable(),
  replicates: z.array(Dish),
  viablePercent: z.number().describe('Of what was counted until now, in percent of all sown.'),
  germination: z.object({
    curve: z
      .array(
        z.object({ day: z.int(), percent: z.number(), lowest: z.number(), highest: z.number() }),
      )
      .readonly(),
    standardError: z.number().nullable(),
    halfAfterDays: z.number().nullable(),
    meanDays: z.number().nullable(),
  }),
}).meta({ id: 'ViabilityTest' })
