import { resource } from '../calls/actions.ts'
import { personSource } from './queries.ts'
import { personOf } from './rules.ts'

export const people = resource({
  path: '/people',
  id: 'personDbId',
  isSearched: true,
  source: personSource,
  show: (rows) => rows.map(personOf),
})
