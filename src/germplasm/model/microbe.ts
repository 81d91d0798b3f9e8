import type { Field } from '../../core/fields.ts'
import { cultureFields } from './culture.ts'
import { named } from './named.ts'
import { strainFields } from './strain.ts'

/** Microbe strains, extremophiles included; the strain's own number is ACCENUMB. */
export const microbeFields: readonly Field[] = named([...strainFields, ...cultureFields])
