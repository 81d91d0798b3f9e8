import { z } from 'zod'
import type { LocalText } from '../../core/text.ts'
import { Line, type Reference, References } from '../calls/model.ts'
import type { NamedGermplasm } from '../germplasm/model.ts'

type Named = { id: string; name: LocalText }

export type ProgramRow = {
  id: string
  name: LocalText
  about: LocalText
  website: string | null
}

export type TrialRow = {
  id: string
  institution: Named
  code: string
  name: LocalText
  season: string
  site: string | null
  locationId: string | null
  startsOn: string | null
  endsOn: string | null
  about: LocalText
  isActive: boolean
  /** What was measured in it, as far as the viewer may see. */
  variableIds: string[]
}

export type LocationRow = {
  id: string
  type: 'institution' | 'site'
  name: LocalText
  institution: LocalText
  address: string | null
  region: string | null
}

/** What a unit or an observation was grown in. */
export type TrialNamed = {
  id: string
  name: LocalText
  code: string
  season: string
  site: string | null
  locationId: string | null
  institution: Named
}

export type UnitRow = {
  id: string
  replicate: number
  germplasm: NamedGermplasm
  trial: TrialNamed
}

export type VariableNamed = { id: string; name: LocalText; code: string }

export type ObservationRow = UnitRow & {
  unitId: string
  variable: VariableNamed
  value: string
  observedOn: string | null
  observer: string | null
  references: Reference[]
}

export type AttributeValueRow = {
  id: string
  germplasm: NamedGermplasm
  variable: VariableNamed
  value: string
  observedOn: string | null
}

/** A replicate of an accession in a trial, by the parts of its id. */
export type UnitKey = { trialId: string; recordId: string; replicate: number }

/** An observation as it is sent; a new one says where it was made, a corrected one what it is. */
export const ObservationInput = z.looseObject({
  collector: Line,
  externalReferences: References,
  germplasmDbId: Line,
  observationTimeStamp: Line,
  observationUnitDbId: Line,
  observationVariableDbId: Line,
  studyDbId: Line,
  value: z.string().max(500),
})
export type ObservationInput = z.output<typeof ObservationInput>

/** What is entered: a value of a variable, by its id or code, in a plot. */
export type Observed = UnitKey & {
  variable: string
  value: string
  observedOn: string | null
  observer: string | null
}
