import { useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'

type Props = {
  /** Back to the start of the list; left out on its first page. */
  first?: string | undefined
  next?: string | undefined
  /** A list of events goes to the older; any other to the next page. */
  order?: 'time' | 'rank'
}

/** Keyset paging: onwards, and back to the start; the browser's own back button does the rest. */
export function Pager({ first, next, order = 'rank' }: Props) {
  const t = useText()
  if (!first && !next) return <></>
  return (
    <nav class="pager" aria-label={t(partWords.pages)}>
      {first && (
        <a class="button button-plain" href={first} rel="first">
          <Icon name="previous" small />
          {t(partWords.first)}
        </a>
      )}
      {next && (
        <a class="button button-plain pager-next" href={next} rel="next">
          {t(order === 'time' ? partWords.older : partWords.next)}
          <Icon name="next" small />
        </a>
      )}
    </nav>
  )
}
