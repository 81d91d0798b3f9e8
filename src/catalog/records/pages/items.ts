import type { RecordItem } from './cards.tsx'
import type { Mark, SearchItem } from '../../search/model.ts'

/**
 * A found record as lists show it: hits in its titles are marked in the titles, others say why it is here
 * where the titles do not.
 */
export function recordItemOf({ highlights = [], ...item }: SearchItem): RecordItem {
  const partsOf = (name: string) => highlights.find(({ field }) => field === name)?.parts
  const [zh, en] = [partsOf('title.zh'), partsOf('title.en')]
  const inTitles = new Set([...hitsIn(zh), ...hitsIn(en)])
  const others = highlights.filter(
    ({ field, parts }) =>
      !field.startsWith('title.') && hitsIn(parts).some((hit) => !inTitles.has(hit)),
  )
  return {
    ...item,
    ...((zh ?? en) && { markedTitle: { zh, en } }),
    ...(others.length > 0 && { highlights: others }),
  }
}

const hitsIn = (parts: readonly Mark[] = []) =>
  parts.filter(({ hit }) => hit).map(({ text }) => text.toLowerCase())
