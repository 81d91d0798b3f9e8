import {
  LocalLong,
  optionalMatching,
  optionalText,
  Website,
  LocalName,
  Timezone,
} from '../../core/shapes.ts'
import { z } from 'zod'
import { refusalWords as words } from '../words/refusals.ts'
import { institutionKinds } from '../model/named.ts'

const fields = {
  name: LocalName,
  kind: z.enum(institutionKinds),
  region: optionalMatching(/^\d{6}$/, words.badRegion),
  timezone: Timezone,
  creditCode: optionalMatching(/^[0-9A-HJ-NP-RT-UW-Y]{18}$/, words.badCreditCode),
  ror: optionalMatching(/^https:\/\/ror\.org\/0[a-z0-9]{8}$/, words.badRor),
  wiews: optionalMatching(/^[A-Z]{3}\d{1,4}$/, words.badWiews),
  website: Website,
  address: optionalText(500),
  about: LocalLong,
  approvesMembers: z.boolean(),
}

export const InstitutionChange = z.strictObject({ ...fields, closed: z.boolean() }).partial()
export type InstitutionChange = z.output<typeof InstitutionChange>

export const NewInstitution = z.strictObject({
  ...z.strictObject(fields).partial().shape,
  name: fields.name,
})
export type NewInstitution = z.output<typeof NewInstitution>
