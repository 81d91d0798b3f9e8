import { inLang, type Lang } from '../../core/text.ts'
import { isoOf } from '../../core/time.ts'
import type { Answer } from '../calls/model.ts'
import { infoOf, known, referencesShown } from '../calls/rules.ts'
import { type ImageInput, type ImageRow, servedType } from './model.ts'

export const imageOf = (
  row: ImageRow,
  { lang, baseUrl }: { lang: Lang; baseUrl: string },
): Answer =>
  known({
    imageDbId: row.id,
    imageName: inLang(row.caption, lang) || row.id,
    ...(row.isKept && { imageFileName: row.name, imageFileSize: row.sizeBytes }),
    imageWidth: row.width,
    imageHeight: row.height,
    imageTimeStamp: isoOf(row.createdAt),
    imageURL: `${baseUrl}/api/v1/images/${row.id}/large`,
    mimeType: servedType,
    description: inLang(row.caption, lang) || null,
    copyright: [row.credit, row.licence].filter(Boolean).join(', ') || null,
    // An image of BrAPI has no place for what it shows, but for a plot.
    additionalInfo: infoOf({ germplasmDbId: row.recordId }),
    externalReferences: referencesShown(row.references),
    descriptiveOntologyTerms: [],
    observationDbIds: [],
  })

/** A picture whose bytes are still to come: as it was sent. */
export const announcedOf = (id: string, recordId: string, sent: ImageInput): Answer =>
  known({
    imageDbId: id,
    imageName: sent.imageName,
    imageFileName: sent.imageFileName,
    description: sent.description,
    copyright: sent.copyright,
    additionalInfo: infoOf({ germplasmDbId: recordId }),
    externalReferences: referencesShown(sent.externalReferences ?? []),
    descriptiveOntologyTerms: [],
    observationDbIds: [],
    observationUnitDbId: sent.observationUnitDbId,
  })
