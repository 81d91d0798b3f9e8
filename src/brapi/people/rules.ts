import type { Answer } from '../calls/model.ts'

/** A name here is one text: which part of it is the family’s depends on its language. */
export const personOf = (row: { id: string; name: string; email: string }): Answer => ({
  personDbId: row.id,
  userID: row.id,
  lastName: row.name,
  emailAddress: row.email,
  additionalInfo: {},
  externalReferences: [],
})
