import { type SqlBool, sql } from 'kysely'
import type { Asking } from '../calls/model.ts'
import { ids, nothingBy, source, texts } from '../calls/queries.ts'

/** Oneself, and everybody to an administrator: nobody else's address is anybody's to read. */
const shown = ({ actor }: Asking) =>
  actor.type === 'person'
    ? sql<SqlBool>`(${actor.isAdmin} or person.id = ${actor.personId}::uuid)`
    : sql<SqlBool>`${actor.type === 'system'}`

export const personSource = source({
  rows: (asking) =>
    asking.db
      .selectFrom('person')
      .where('person.disabled_at', 'is', null)
      .where(shown(asking))
      .select(['person.id', 'person.name', 'person.email']),
  by: 'person.id',
  filters: {
    personDbId: ids('person.id'),
    userID: ids('person.id'),
    lastName: texts('person.name'),
    emailAddress: texts('person.email'),
    programDbId: (values) => sql<SqlBool>`person.id in (
      select membership.person_id from membership
      where membership.institution_id::text = any(${[...values]}::text[])
    )`,
    ...nothingBy(
      'firstName',
      'middleName',
      'mailingAddress',
      'phoneNumber',
      'commonCropName',
      'programName',
      'externalReferenceId',
      'externalReferenceID',
      'externalReferenceSource',
    ),
  },
})
