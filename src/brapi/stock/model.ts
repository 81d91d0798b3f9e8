import { z } from 'zod'
import { line } from '../../core/shapes.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import type { Unit } from '../../stock/model.ts'
import { Line, type Reference, References } from '../calls/model.ts'
import type { NamedGermplasm } from '../germplasm/model.ts'

/** Quantities are in smallest parts of the unit. */
export type SeedLotRow = {
  id: string
  code: string
  unit: Unit
  balance: number
  note: string | null
  origin: string
  generation: number | null
  place: string | null
  institution: { id: string; name: LocalText }
  germplasm: NamedGermplasm
  createdAt: Temporal.Instant
  changedAt: Temporal.Instant
  frozenAt: Temporal.Instant | null
  references: Reference[]
}

export type TransactionRow = {
  id: string
  lotId: string
  otherLotId: string | null
  kind: string
  unit: Unit
  change: number
  reason: string | null
  at: Temporal.Instant
  references: Reference[]
}

const Content = z.looseObject({ germplasmDbId: Line })
const Amount = z.number().min(0).max(1_000_000_000)

/** A lot as it is sent; its code, place and quantity are checked as the stock's own form does. */
const lot = {
  seedLotName: Line,
  amount: Amount.nullish(),
  units: Line,
  contentMixture: z.array(Content).max(20).nullish(),
  seedLotDescription: z.string().max(2000).nullish(),
  storageLocation: Line,
  externalReferences: References,
}
export const SeedLotChange = z.looseObject(lot)
export type SeedLotChange = z.output<typeof SeedLotChange>
export const NewSeedLot = z.looseObject({ ...lot, seedLotName: line().min(1).max(60) })
export type NewSeedLot = z.output<typeof NewSeedLot>

export const NewTransaction = z.looseObject({
  amount: Amount,
  units: Line,
  fromSeedLotDbId: Line,
  toSeedLotDbId: Line,
  transactionDescription: Line,
  externalReferences: References,
})
export type NewTransaction = z.output<typeof NewTransaction>
