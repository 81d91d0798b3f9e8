import { z } from 'zod'
import { line } from '../../core/shapes.ts'
import type { LocalText } from '../../core/text.ts'
import { Day } from '../../core/time.ts'
import { Info, Line, References } from '../calls/model.ts'

/** An accession as other things name it. */
export type NamedGermplasm = { id: string; name: string | null; title: LocalText }

/** A parent or a child of an accession. */
export type Relative = {
  ofId: string
  /** Null where only a name is known. */
  id: string | null
  name: string | null
  title: LocalText
  role: string
}

export const Donor = z.looseObject({ donorAccessionNumber: Line, donorInstituteCode: Line })
export const Origin = z.looseObject({
  coordinateUncertainty: Line,
  coordinates: z
    .looseObject({
      geometry: z.looseObject({ type: z.string(), coordinates: z.array(z.unknown()) }).nullish(),
    })
    .nullish(),
})

/** A germplasm as it is sent; what the catalogue makes of it, its own shape decides. */
const sent = {
  accessionNumber: Line,
  acquisitionDate: Day.nullish(),
  additionalInfo: Info,
  biologicalStatusOfAccessionCode: Line,
  breedingMethodDbId: Line,
  collection: Line,
  commonCropName: Line,
  countryOfOriginCode: Line,
  defaultDisplayName: Line,
  donors: z.array(Donor).max(1).nullish(),
  externalReferences: References,
  genus: Line,
  germplasmName: Line,
  germplasmOrigin: z.array(Origin).max(1).nullish(),
  germplasmPUI: Line,
  instituteCode: Line,
  pedigree: z.string().max(5000).nullish(),
  species: Line,
  speciesAuthority: Line,
  storageTypes: z
    .array(z.looseObject({ code: z.string() }))
    .max(10)
    .nullish(),
  subtaxa: Line,
  subtaxaAuthority: Line,
  synonyms: z
    .array(z.looseObject({ synonym: Line, type: Line }))
    .max(100)
    .nullish(),
}
export const GermplasmChange = z.looseObject(sent)
export type GermplasmChange = z.output<typeof GermplasmChange>

export const NewGermplasm = z.looseObject({ ...sent, germplasmName: line().min(1).max(300) })
export type NewGermplasm = z.output<typeof NewGermplasm>
