import { formatNumber } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { nriiWords as words } from '../words.ts'
import { nriiHref, type NriiView } from './links.ts'

type Props = { view: NriiView; count: number; size: number }

/** Which of a checked list is shown; all of it was read to be checked, so that pages have numbers. */
export function NriiPager({ view, count, size }: Props) {
  const lang = useLang()
  const number = view.page ?? 1
  const last = Math.max(1, Math.ceil(count / size))
  if (last === 1) return <></>
  return (
    <nav class="pager" aria-label={words.countOf(formatNumber(count, lang))[lang]}>
      {number > 1 && (
        <a class="button button-plain" href={nriiHref({ ...view, page: number - 1 })} rel="prev">
          <Local text={words.previous} />
        </a>
      )}
      <span class="quiet numeric">
        {number} / {last}
      </span>
      {number < last && (
        <a
          class="button button-plain pager-next"
          href={nriiHref({ ...view, page: number + 1 })}
          rel="next"
        >
          <Local text={words.next} />
        </a>
      )}
    </nav>
  )
}
