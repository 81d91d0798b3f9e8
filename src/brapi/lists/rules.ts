import { isoOf } from '../../core/time.ts'
import type { Answer } from '../calls/model.ts'
import { known, referencesShown } from '../calls/rules.ts'
import type { ListRow } from './model.ts'

export const listOf = (row: ListRow): Answer =>
  known({
    listDbId: row.id,
    listName: row.name,
    listType: row.type,
    listDescription: row.description,
    listSource: row.source,
    listSize: row.size,
    listOwnerName: row.owner.name,
    listOwnerPersonDbId: row.owner.id,
    dateCreated: isoOf(row.createdAt),
    dateModified: isoOf(row.updatedAt),
    additionalInfo: {},
    externalReferences: referencesShown(row.references),
  })
