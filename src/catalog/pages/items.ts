import type { RecordItem } from '../../web/components/record-card.tsx'
import type { SearchItem } from '../model/search.ts'

/** A found record as lists show it: hits in its titles are marked in the titles, others say why it is here. */
export function recordItemOf({ highlights = [], ...item }: SearchItem): RecordItem {
  const partsOf = (name: string) => highlights.find(({ field }) => field === name)?.parts
  const [zh, en] = [partsOf('title.zh'), partsOf('title.en')]
  const others = highlights.filter(({ field }) => !field.startsWith('title.'))
  return {
    ...item,
    ...((zh ?? en) && { markedTitle: { zh, en } }),
    ...(others.length > 0 && { highlights: others }),
  }
}
