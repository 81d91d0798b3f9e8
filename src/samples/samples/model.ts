import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, LocalAnswer, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import {
  type AmountUnit,
  amountUnits,
  Code,
  Diagnoses,
  families,
  type Family,
  PartialMoment,
  sampleStates,
  Term,
  Terms,
} from '../model.ts'
import { familyNames, stateNames, unitNames } from '../words/common.ts'
import { isSprec } from './rules.ts'
import { sampleListWords as words } from './words.ts'

/** What may happen to a sample (MIABIS-EVENT). */
export const eventKinds = [
  'collection',
  'processing',
  'freeze',
  'thaw',
  'ship',
  'return',
  'move',
  'use',
  'destroy',
  'block',
  'unblock',
] as const
export type EventKind = (typeof eventKinds)[number]

/** A sample to be made, all that it names known by id; what is left out is unknown. */
export type SampleToMake = {
  code: string
  family: Family
  type: string
  temperature?: string | null
  createdOn?: string | null
  anatomicalOntology?: string | null
  anatomicalVersion?: string | null
  anatomicalCode?: string | null
  anatomicalName?: string | null
  anatomicalNote?: string | null
  diagnoses?: readonly string[]
  useConditions?: readonly string[]
  donorId?: string | null
  sourceId?: string | null
  kitId?: string | null
  /** Of which it is a part, or was made. */
  parentIds?: readonly string[]
  isPooled?: boolean
  ageYears?: number | null
  amount?: number
  unit?: AmountUnit
  freezeThaws?: number
  sprec?: string | null
  note?: string | null
}

/** Something that happened to samples: a date, as much of it as is known, or the donor's age, never both. */
export type EventToNote = {
  kind: EventKind
  happenedOn?: string | null
  age?: number | null
  ageUnit?: string | null
  note?: string | null
}

/** Kept to a thousandth. */
export const Amount = z
  .number()
  .min(0)
  .max(99_999_999)
  .refine(
    (amount) => Math.abs(amount * 1000 - Math.round(amount * 1000)) < 1e-4,
    saying(words.tooFine),
  )

export const Sprec = line()
  .toUpperCase()
  .max(40)
  .refine((code) => isSprec(code), saying(words.badSprec))

const described = {
  code: Code,
  type: Term,
  amount: Amount.default(1),
  unit: z.enum(amountUnits).default('piece'),
  temperature: Term.optional(),
  createdOn: PartialMoment.optional(),
  kit: Code.optional(),
  ageYears: z.int().min(0).max(130).optional(),
  diagnoses: Diagnoses.optional(),
  useConditions: Terms.default([]),
  sprec: Sprec.optional(),
  anatomicalOntology: line().max(100).optional(),
  anatomicalVersion: line().max(60).optional(),
  anatomicalCode: line().max(60).optional(),
  anatomicalName: line().max(200).optional(),
  anatomicalNote: line().max(500).optional(),
  note: z.string().trim().max(2000).optional(),
}

export const sampleFieldsOf = {
  type: { as: 'reference', label: { zh: '样本类型', en: 'Type' } },
  amount: { as: 'number', label: { zh: '数量', en: 'Amount' } },
  unit: { as: 'choice', label: { zh: '单位', en: 'Unit' }, names: unitNames },
  temperature: { as: 'reference', label: { zh: '保存温度', en: 'Storage temperature' } },
  createdOn: {
    as: 'text',
    label: { zh: '采集或制备时间', en: 'Created on' },
    hint: words.createdHint,
    short: true,
  },
  sprec: { as: 'text', label: { zh: 'SPREC', en: 'SPREC' }, hint: words.sprecHint, short: true },
} as const

const { type, amount, unit, temperature, createdOn, sprec } = sampleFieldsOf
const code = {
  as: 'text',
  label: { zh: '样本编号', en: 'Code' },
  hint: words.codeHint,
  short: true,
} as const
const others = {
  amount,
  unit,
  temperature,
  createdOn,
  kit: { as: 'text', label: { zh: '套件', en: 'Kit' }, hint: words.kitHint, short: true },
  ageYears: {
    as: 'number',
    label: { zh: '采样时年龄', en: 'Age at collection' },
    hint: words.ageHint,
  },
  diagnoses: { as: 'text', label: { zh: '诊断', en: 'Diagnoses' } },
  useConditions: { as: 'references', label: { zh: '使用条件', en: 'Use conditions' } },
  sprec,
  anatomicalOntology: {
    as: 'text',
    label: { zh: '部位编码体系', en: 'Site ontology' },
    hint: words.ontologyHint,
    short: true,
  },
  anatomicalVersion: {
    as: 'text',
    label: { zh: '编码体系版本', en: 'Ontology version' },
    short: true,
  },
  anatomicalCode: { as: 'text', label: { zh: '部位代码', en: 'Site code' }, short: true },
  anatomicalName: { as: 'text', label: { zh: '部位', en: 'Site' } },
  anatomicalNote: { as: 'text', label: { zh: '部位说明', en: 'Note on the site' } },
  note: { as: 'long', label: { zh: '备注', en: 'Note' } },
} as const

type Site = {
  anatomicalOntology?: string | null | undefined
  anatomicalCode?: string | null | undefined
  anatomicalName?: string | null | undefined
}
const saysOntology = ({ anatomicalOntology, anatomicalCode, anatomicalName }: Site) =>
  Boolean(anatomicalOntology) || !(anatomicalCode || anatomicalName)
const ontologyNeeded = { path: ['anatomicalOntology'], ...saying(words.ontologyNeeded) }

const NewSample = z
  .strictObject({
    family: z.enum(families),
    donor: Code.optional(),
    source: Code.optional(),
    ...described,
  })
  .refine(saysOntology, ontologyNeeded)
export type NewSample = z.output<typeof NewSample>

export const sampleForm = form(NewSample, {
  code,
  family: { as: 'choice', label: { zh: '类别', en: 'Family' }, names: familyNames },
  type,
  donor: {
    as: 'text',
    type: 'scan',
    label: { zh: '供体', en: 'Donor' },
    hint: words.donorHint,
    short: true,
  },
  source: { as: 'text', label: { zh: '来源', en: 'Source' }, hint: words.sourceHint, short: true },
  ...others,
})

/** Whose it is does not change. */
export const sampleEdit = form(z.strictObject(described).refine(saysOntology, ontologyNeeded), {
  code,
  type,
  ...others,
})
export type SampleChange = z.output<typeof sampleEdit.edit.schema>

export const sampleFilter = form(
  z.strictObject({
    code: line().max(500).optional(),
    type: Term.optional(),
    donor: line().max(60).optional(),
    kit: line().max(60).optional(),
    year: z.coerce.number().int().min(1000).max(2100).optional(),
    state: z.enum(sampleStates).optional(),
  }),
  {
    code: { as: 'text', type: 'search', label: code.label },
    type,
    donor: { as: 'text', label: sampleForm.labels.donor, short: true },
    kit: { as: 'text', label: others.kit.label, short: true },
    year: { as: 'number', label: { zh: '年份', en: 'Year' } },
    state: { as: 'choice', label: { zh: '状态', en: 'State' }, names: stateNames },
  },
)
export type SampleFilter = z.output<typeof sampleFilter.schema>

const Coded = z.object({ id: z.string(), code: z.string() })
export type Coded = z.output<typeof Coded>

export const SampleAnswer = z
  .object({
    id: z.string(),
    ...sampleEdit.answer,
    diagnoses: z.array(z.string()).describe('Codes of ICD-10 or ORPHA'),
    kit: Coded.nullable(),
    family: z.enum(families),
    collection: z.object({ id: z.string(), title: LocalAnswer }),
    donor: Coded.nullable(),
    source: Coded.nullable(),
    isPooled: z.boolean(),
    freezeThaws: z.int().describe('How often it was thawed.'),
    state: z.enum(sampleStates),
    place: z
      .object({ id: z.string(), path: z.string(), well: z.int().nullable() })
      .nullable()
      .describe('`well` counts from 0 in reading order.'),
    blockedAt: InstantAnswer.nullable(),
    createdAt: InstantAnswer,
    version: z.int(),
  })
  .meta({ id: 'Sample' })
