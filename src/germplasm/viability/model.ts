import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, Named } from '../../core/shapes.ts'
import { Day } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { CodedLot, TitledRecord } from '../../stock/model.ts'
import { dueStateNames, reasonNames, viabilityWords as words } from './words.ts'

/** Ellis and Roberts (1980): constants of one species, with where they were published. */
export type LifeConstants = {
  species: string
  ke: number
  cw: number
  ch: number
  cq: number
  reference: string
}

/** How a lot is kept. */
export type Store = {
  /** Moisture of the seed, percent of its fresh weight. */
  moisturePercent: number
  celsius: number
}

/** One replicate of a germination test: seeds sown, and how many germinated on each day from the first on. */
export type Replicate = { seeds: number; byDay: readonly number[] }

/** What is known of a finished test of a lot. */
export type TestResult = {
  /** The day on which it was begun, `2026-11-23`. */
  on: string
  percent: number
  /** Whether it may stand as the lot's viability: enough seeds, nothing went wrong. */
  isConclusive: boolean
}

const share = z.number().gt(0).max(1)
const years = z.number().gt(0).max(100)

/**
 * When lots are tested, and when they are regenerated. By default after the FAO Genebank Standards (2014) 4.3 and 4.4;
 * a third of the predicted time and the percentages differ between genebanks, so each is a setting.
 */
export const TestingRule = z.strictObject({
  /** The first test follows within so many months of receipt. */
  firstWithinMonths: z.int().min(1).max(120).default(12),
  /** So much of the predicted time until the threshold passes between two tests. */
  shareOfPrediction: share.default(1 / 3),
  /** However long seeds are predicted to live. */
  mostYears: years.default(40),
  /** Where nothing is predicted: for long-lived and for short-lived seeds. */
  unknownYears: years.default(10),
  unknownShortLivedYears: years.default(5),
  /** A lot is regenerated at so much of its initial value. */
  regenerateAt: share.default(0.85),
  /** The initial value is the first conclusive test within so many days of propagation. */
  initialWithinDays: z.int().min(1).max(3660).default(365),
  /** Seed that comes in should germinate so well (FAO 4.3: 85 % of most crops, less of wild and forest species). */
  initialAtLeast: share.default(0.85),
})
export type TestingRule = z.output<typeof TestingRule>

/** What decides when a lot is tested next. */
export const TestingFacts = z.strictObject({
  receivedOn: Day,
  lastTestedOn: Day.optional(),
  /** Days from the last test until viability reaches the threshold; absent where no constants are known. */
  predictedDays: z.number().min(0).optional(),
  isShortLived: z.boolean().default(false),
})
export type TestingFacts = z.output<typeof TestingFacts>

export const ruleForm = form(TestingRule, {
  firstWithinMonths: {
    as: 'number',
    unit: 'mo',
    label: { zh: '首次检测期限', en: 'First test within' },
  },
  initialWithinDays: {
    as: 'number',
    unit: 'd',
    label: { zh: '初始值期限', en: 'Initial value within' },
    hint: words.initialHint,
  },
  shareOfPrediction: {
    as: 'number',
    label: { zh: '检测间隔占推算时间', en: 'Interval as a share of the prediction' },
    hint: words.shareHint,
  },
  mostYears: { as: 'number', unit: 'a', label: { zh: '间隔最长', en: 'Longest interval' } },
  unknownYears: {
    as: 'number',
    unit: 'a',
    label: { zh: '无法推算时间隔', en: 'Interval without a prediction' },
  },
  unknownShortLivedYears: {
    as: 'number',
    unit: 'a',
    label: { zh: '无法推算的短命种子', en: 'Interval without a prediction, short-lived seed' },
  },
  regenerateAt: {
    as: 'number',
    label: { zh: '繁殖更新阈值占初始值', en: 'Regeneration threshold, share of initial value' },
    hint: words.shareHint,
  },
  initialAtLeast: {
    as: 'number',
    label: { zh: '入库发芽率不低于', en: 'Minimum initial value' },
    hint: words.shareHint,
  },
})
export type RuleChange = z.output<typeof ruleForm.edit.schema>

export const RuleAnswer = z
  .object({ ...ruleForm.answer, version: z.int() })
  .meta({ id: 'TestingRule' })

/** What is known of the seeds of a lot. */
export const seedsForm = form(
  z.strictObject({
    propagatedOn: Day.optional(),
    moisturePercent: z.number().min(0.5).max(60).optional(),
    celsius: z.number().min(-200).max(60).optional(),
    isShortLived: z.boolean().default(false),
  }),
  {
    propagatedOn: {
      as: 'date',
      label: { zh: '繁殖（收获）日期', en: 'Harvest date' },
      hint: words.propagatedHint,
    },
    moisturePercent: {
      as: 'number',
      unit: '%',
      label: { zh: '种子含水量', en: 'Seed moisture' },
      hint: words.moistureHint,
    },
    celsius: {
      as: 'number',
      unit: 'Cel',
      label: { zh: '保存温度', en: 'Storage temperature' },
      hint: words.celsiusHint,
    },
    isShortLived: { as: 'yesNo', label: { zh: '短命种子', en: 'Short-lived seed' } },
  },
)
export type SeedsChange = z.output<typeof seedsForm.edit.schema>

export const SeedsAnswer = z
  .object({ id: z.string().describe('Of the lot.'), ...seedsForm.answer, version: z.int() })
  .meta({ id: 'LotSeeds' })

const Points = z.array(z.object({ on: z.string(), percent: z.number() }))
const Found = z.object({ id: z.string(), on: z.string(), percent: z.number() })

export const ViabilityAnswer = z
  .object({
    lot: CodedLot,
    receivedOn: z.string(),
    ...seedsForm.answer,
    keptAtCelsius: z.number().nullable().describe('As given, or as the place of the lot is kept.'),
    constants: z.string().nullable().describe('The species by whose constants is predicted.'),
    initial: Found.nullable().describe('What later tests are measured by; it stays.'),
    isInitialLow: z.boolean().describe('Below what seed that comes in should have.'),
    latest: Found.nullable().describe('The last conclusive test.'),
    thresholdPercent: z.number().nullable().describe('At which it is regenerated.'),
    predictedOn: z.string().nullable().describe('When it will have fallen to that.'),
    nextDueOn: z.string().nullable().describe('When it is tested next.'),
    needsRegeneration: z.boolean(),
    tests: z.array(Found.extend({ isConclusive: z.boolean() })),
    predicted: Points,
  })
  .meta({ id: 'LotViability' })

/** What everybody sees who may see the accession. */
export const SeenViability = z
  .object({
    receivedOn: z
      .string()
      .nullable()
      .describe('When that seed came in; null before the first test.'),
    tests: z.array(z.object({ ...Found.shape, isConclusive: z.boolean() }).omit({ id: true })),
    predicted: Points,
    thresholdPercent: z.number().nullable().describe('At which it is regenerated.'),
  })
  .meta({ id: 'AccessionViability' })

export const dueStates = ['overdue', 'soon', 'later'] as const
export type DueState = (typeof dueStates)[number]
export const regenerationReasons = ['viability', 'stock'] as const
export type RegenerationReason = (typeof regenerationReasons)[number]

const institution = idOf(refusalWords.noInstitution).optional()
const ofWhom = { as: 'reference', label: words.institution } as const

export const dueFilter = form(
  z.strictObject({ institution, state: z.enum(dueStates).optional() }),
  {
    institution: ofWhom,
    state: {
      as: 'choice',
      label: words.state,
      names: {
        overdue: dueStateNames.overdue.text,
        soon: dueStateNames.soon.text,
        later: dueStateNames.later.text,
      },
    },
  },
)
export type DueFilter = z.output<typeof dueFilter.schema>

export const regenerationFilter = form(
  z.strictObject({ institution, reason: z.enum(regenerationReasons).optional() }),
  { institution: ofWhom, reason: { as: 'choice', label: words.reason, names: reasonNames } },
)
export type RegenerationFilter = z.output<typeof regenerationFilter.schema>

const Listed = {
  id: z.string().describe('Of the lot.'),
  code: z.string(),
  record: TitledRecord,
  institution: Named,
  place: z.string().nullable().describe('The codes from the top down, parted by `/`.'),
  initialPercent: z.number().nullable(),
  latestPercent: z.number().nullable(),
  latestOn: z.string().nullable(),
}

export const DueAnswer = z
  .object({
    ...Listed,
    predictedOn: z.string().nullable(),
    nextDueOn: z.string(),
    state: z.enum(dueStates),
  })
  .meta({ id: 'ViabilityDue' })

export const RegenerationAnswer = z
  .object({ ...Listed, reasons: z.array(z.enum(regenerationReasons)) })
  .meta({ id: 'Regeneration' })
