import { isLater, type Temporal } from '../../core/time.ts'
import { datasetPaths } from '../../datasets/words/paths.ts'
import { peoplePaths } from '../../people/words/paths.ts'

/** Where others find the keys that visas are signed with. */
export const keysPath = '/api/jwks.json'

/** What is taken back is gone from new visas at once, and from those given out within this time. */
const longest = { hours: 1 }

type Grant = {
  recordId: string
  version: number | null
  /** The one file of it; null: all. */
  fileId: string | null
  institutionId: string
  since: Temporal.Instant
  until: Temporal.Instant | null
}
type Given = { baseUrl: string; personId: string; now: Temporal.Instant }

/** The payload of a visa (GA4GH Passports 1.2): that an institution gave a person access to a dataset. */
export function visaOf(grant: Grant, { baseUrl, personId, now }: Given) {
  const { institutionId, since, until } = grant
  const usual = now.add(longest)
  return {
    iss: baseUrl,
    sub: personId,
    jti: crypto.randomUUID(),
    iat: seconds(now),
    exp: seconds(until && isLater(usual, until) ? until : usual),
    ga4gh_visa_v1: {
      type: 'ControlledAccessGrants',
      asserted: seconds(since),
      value: `${baseUrl}${pathOf(grant)}`,
      source: `${baseUrl}${peoplePaths.institution(institutionId)}`,
      by: 'dac',
    },
  }
}

function pathOf({ recordId, version, fileId }: Grant): string {
  if (version === null) return `/records/${recordId}`
  return fileId === null
    ? datasetPaths.version(recordId, version)
    : datasetPaths.file(recordId, version, fileId)
}

const seconds = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000)
