import type { Issue } from '../../core/problem.ts'
import { accessionFields, profileFields } from '../model/accession.ts'
import { libraryWords as words } from './words.ts'

type Described = {
  kind: string
  profile: keyof typeof profileFields | null
  highlights: readonly string[]
}

/** What is wrong with a library across its fields; none when it is fit. */
export function objectionsToLibrary({ kind, profile, highlights }: Described): Issue[] {
  const profileless: Issue[] =
    kind !== 'accession' && profile ? [{ path: 'profile', message: words.profileOfAccessions }] : []
  const known = new Set(fieldsOfProfile(profile).map(({ key }) => key))
  const unknown = highlights.flatMap((key, at) =>
    known.has(key) ? [] : [{ path: `highlights.${at}`, message: words.unknownHighlight }],
  )
  return [...profileless, ...unknown]
}

/** A library without a profile has accessions of any. */
function fieldsOfProfile(profile: Described['profile']) {
  const own = profile ? profileFields[profile] : Object.values(profileFields).flat()
  return [...accessionFields, ...own]
}
