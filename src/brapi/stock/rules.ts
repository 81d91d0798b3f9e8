import { inLang, type Lang } from '../../core/text.ts'
import { isoOf } from '../../core/time.ts'
import { type Unit, units } from '../../stock/model.ts'
import { quantityOf } from '../../stock/rules.ts'
import type { Answer } from '../calls/model.ts'
import { infoOf, known, referencesShown } from '../calls/rules.ts'
import { nameOf } from '../germplasm/rules/show.ts'
import type { SeedLotRow, TransactionRow } from './model.ts'

/** How other programs write units. */
const unitNames: Readonly<Record<string, Unit>> = {
  seeds: 'seed',
  count: 'seed',
  g: 'gram',
  grams: 'gram',
  vials: 'vial',
  straws: 'straw',
  plants: 'plant',
  ml: 'millilitre',
  millilitres: 'millilitre',
  milliliters: 'millilitre',
}

/** The unit that is meant; undefined for one that no lot is counted in. */
export const unitIn = (written: string): Unit | undefined => {
  const name = written.trim().toLowerCase()
  return units.find((unit) => unit === name) ?? unitNames[name]
}

export const seedLotOf = (row: SeedLotRow, lang: Lang): Answer =>
  known({
    seedLotDbId: row.id,
    seedLotName: row.code,
    seedLotDescription: row.note,
    amount: quantityOf(row.unit, row.balance),
    units: row.unit,
    additionalInfo: infoOf({
      origin: row.origin,
      generation: row.generation,
      frozenAt: row.frozenAt && isoOf(row.frozenAt),
    }),
    contentMixture: [
      {
        germplasmDbId: row.germplasm.id,
        germplasmName: nameOf(row.germplasm, lang),
        mixturePercentage: 100,
      },
    ],
    createdDate: isoOf(row.createdAt),
    lastUpdated: isoOf(row.changedAt),
    externalReferences: referencesShown(row.references),
    locationDbId: row.institution.id,
    locationName: inLang(row.institution.name, lang),
    programDbId: row.institution.id,
    programName: inLang(row.institution.name, lang),
    storageLocation: row.place,
  })

export function transactionOf(row: TransactionRow): Answer {
  const isTaken = row.change < 0
  return known({
    transactionDbId: row.id,
    transactionDescription: row.reason,
    transactionTimestamp: isoOf(row.at),
    additionalInfo: infoOf({ kind: row.kind }),
    amount: Math.abs(quantityOf(row.unit, row.change)),
    units: row.unit,
    externalReferences: referencesShown(row.references),
    fromSeedLotDbId: isTaken ? row.lotId : row.otherLotId,
    toSeedLotDbId: isTaken ? row.otherLotId : row.lotId,
  })
}
