import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import { useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { SearchResult } from '../model.ts'
import { addressOf, type Asked, changed, filtersIn, withoutFilters } from '../rules/results.ts'
import { resultsWords as words, searchTips } from '../words/results.ts'

type Props = { asked: Asked; result: SearchResult }

const wordsIn = (asked: Asked) => asked.find(([name]) => name === 'q')?.[1]

/** Another spelling that finds something; and a word when the hits have the words apart only. */
export function DidYouMean({ asked, result }: Props) {
  const t = useText()
  const { didYouMean, isApart } = result
  return (
    <>
      {didYouMean !== undefined && (
        <p class="did-you-mean">
          {t(words.didYouMean)}{' '}
          <a href={addressOf(changed(asked, 'q', didYouMean))}>{didYouMean}</a>
        </p>
      )}
      {isApart && <p class="did-you-mean">{t(words.apart)}</p>}
    </>
  )
}

/** Nothing is here: another spelling, fewer filters, other words; never a dead end. */
export function NothingFound({ asked, result }: Props) {
  const q = wordsIn(asked)
  if (filtersIn(asked).length > 0) return <NothingLeft asked={asked} />
  return q === undefined ? <NothingYet /> : <NothingLike q={q} asked={asked} result={result} />
}

function NothingLeft({ asked }: { asked: Asked }) {
  const t = useText()
  const q = wordsIn(asked)
  return (
    <Empty title={words.noneFiltered} text={words.noneFilteredHint} icon="filter">
      <ButtonLink href={addressOf(withoutFilters(asked))}>
        {t(q === undefined ? words.withoutFilters : words.searchAll(q))}
      </ButtonLink>
    </Empty>
  )
}

function NothingLike({ q, ...props }: Props & { q: string }) {
  const t = useText()
  return (
    <div class="nothing">
      <h2>{t(words.none(q))}</h2>
      <DidYouMean {...props} />
      <p>{t(words.noneHint)}</p>
      <ul>
        {searchTips.map((tip) => (
          <li>{t(tip)}</li>
        ))}
      </ul>
      <ButtonLink href={paths.search}>{t(words.browse)}</ButtonLink>
    </div>
  )
}

const NothingYet = () => <Empty title={words.emptyTitle} text={words.emptyHint} icon="list" />
