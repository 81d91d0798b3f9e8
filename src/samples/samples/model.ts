import type { AmountUnit, Family } from '../model.ts'

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
