import { dayAt, defaultZone } from '../../../core/time.ts'
import { inLang, type LocalText } from '../../../core/text.ts'
import type { Described } from '../model.ts'
import { packageWords as words } from '../words.ts'

/** What every package says in the same way. */

/** One text of both languages: the Chinese one first, as the title and the page have it. */
export const inBoth = ({ zh, en }: LocalText): string =>
  [zh, en].filter((text) => text !== null && text !== '').join('\n\n')

/** A name in one language, Chinese first. */
export const inOne = (text: LocalText): string => inLang(text, 'zh')

/** Its name in the other language, and its other titles. */
export const otherNamesOf = ({ title, titles }: Described): string[] =>
  titles.map(({ text }) => text).filter((text) => text !== inOne(title))

/** What it is; the title, where nobody wrote more. With the whole number of files where not all are listed. */
export function descriptionOf(one: Described): string {
  const about = inBoth(one.summary) || inBoth(one.title)
  const more = moreFilesIn(one)
  return more ? `${about}\n\n${inBoth(more)}` : about
}

/** That there are more files than are described, in words; undefined where there are not. */
export const moreFilesIn = (one: Described) =>
  one.hasMoreFiles
    ? words.moreFiles(one.files.length, one.release?.files?.count ?? one.files.length)
    : undefined

/** All files of the version, page by page: its list in JSON. */
export const fileListOf = ({ id, url, release }: Described): string | null =>
  release && `${new URL(url).origin}/api/v1/datasets/${id}/versions/${release.number}/files`

/** The day on which it was published, `2026-03-02`; of a draft, on which it was changed last. */
export const publishedOn = (one: Described): string =>
  dayAt(one.release?.publishedAt ?? one.publishedAt ?? one.updatedAt, defaultZone)

/** The name that programs call it by: of its identifier, in the letters that every format takes. */
export const slugOf = ({ identifier, id }: Described): string =>
  (identifier.type === 'URL' ? id : identifier.value)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** Data stands in a folder of its own, so that no file of a dataset takes the place of what describes the crate. */
export const packedName = ({ name }: { name: string }) => `data/${name}`

/** A path as a relative address: every character that has a meaning there is escaped. */
export const encodedPath = (path: string) => path.split('/').map(encodeURIComponent).join('/')
