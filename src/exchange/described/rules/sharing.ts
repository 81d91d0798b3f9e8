import type { Access } from '../../../catalog/records/model/record.ts'
import { rowsIn, textIn } from '../../../core/field-values.ts'
import type { FieldValues } from '../../../core/fields.ts'
import type { Text } from '../../../core/text.ts'
import type { DescribedAccess, DescribedFunding, DescribedLicence } from '../model.ts'
import { accessNames, coarTerms } from '../words.ts'
import { httpOf } from './identifiers.ts'

/** How one gets the thing now: an embargo comes before what holds after it, and core data is never given. */
export function accessOf(code: Access, values: FieldValues): DescribedAccess {
  const isEmbargoed = values['protected'] === true
  const isCore = values['dataGrade'] === 'core'
  const isFree = !isEmbargoed && !isCore && (code === 'open' || code === 'registered')
  return {
    code,
    label: accessNames[code],
    coar: isCore ? coarTerms.metadataOnly : isEmbargoed ? coarTerms.embargoed : coarOf[code],
    isFree,
    isEmbargoed,
    embargoUntil: isEmbargoed ? textIn(values, 'protectedUntil') : null,
  }
}

/** Signing in is a restriction in COAR's sense, though it costs nothing. */
const coarOf = {
  open: coarTerms.open,
  registered: coarTerms.restricted,
  on_request: coarTerms.restricted,
  closed: coarTerms.metadataOnly,
} as const satisfies Record<Access, DescribedAccess['coar']>

export const licencesOf = (
  values: FieldValues,
  labelOf: (vocabulary: string, code: string) => Text | undefined,
): DescribedLicence[] =>
  rowsIn(values, 'rightsList').flatMap((row) => {
    const spdx = textIn(row, 'rightsIdentifier')
    const said = textIn(row, 'rights')
    const uri = httpOf(textIn(row, 'rightsUri')) ?? (spdx && licenceUri(spdx))
    const words = said ? { zh: said, en: null } : spdx ? labelOf('licence', spdx) : undefined
    if (!spdx && !said && !uri) return []
    const name = spdx ?? uri
    return { spdx, uri, words: words ?? { zh: name, en: name } }
  })

/** Where the text of a licence of the SPDX list stands: Creative Commons’ own address, or SPDX’s. */
export function licenceUri(spdx: string): string {
  if (spdx === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/'
  if (spdx === 'CC-PDM-1.0') return 'https://creativecommons.org/publicdomain/mark/1.0/'
  const [, name, version, place] =
    /^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)(?:-([A-Z]{2}))?$/.exec(spdx) ?? []
  return name
    ? `https://creativecommons.org/licenses/${name.toLowerCase()}/${version}/${place ? `${place.toLowerCase()}/` : ''}`
    : `https://spdx.org/licenses/${encodeURIComponent(spdx)}`
}

export const fundingOf = (values: FieldValues): DescribedFunding[] =>
  rowsIn(values, 'fundingReferences').flatMap((row) => {
    const funder = textIn(row, 'funderName')
    if (!funder) return []
    return {
      funder,
      funderIdentifier: textIn(row, 'funderIdentifier'),
      funderIdentifierType: textIn(row, 'funderIdentifierType'),
      awardNumber: textIn(row, 'awardNumber'),
      awardUri: httpOf(textIn(row, 'awardUri')),
      awardTitle: textIn(row, 'awardTitle'),
    }
  })
