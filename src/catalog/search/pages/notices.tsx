import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { SearchResult } from '../model.ts'
import { addressOf, type Asked, changed, filtersIn, withoutFilters } from '../rules/results.ts'
import { resultsWords as words, searchTips } from '../words.ts'

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

/** Other words that were searched for too, and the way to what was typed alone, or back. */
export function Also({ asked, result: { also = [] } }: Props) {
  const t = useText()
  const lang = useLang()
  const q = wordsIn(asked) ?? ''
  const isExact = asked.some(([name, value]) => name === 'exact' && value === 'true')
  if (isExact)
    return (
      <p class="did-you-mean quiet small">
        {t(words.withSynonyms)}{' '}
        <a href={addressOf(changed(asked, 'exact', null))} rel="nofollow">
          {t(words.useSynonyms)}
        </a>
      </p>
    )
  if (also.length === 0) return <></>
  return (
    <p class="did-you-mean quiet small">
      {t(words.also)}
      {also.join(lang === 'zh' ? '、' : ', ')}
      {' · '}
      <a href={addressOf(changed(asked, 'exact', 'true'))} rel="nofollow">
        {t(words.exactly(q))}
      </a>
    </p>
  )
}

/** Nothing is here: another spelling, fewer filters, other words; never a dead end. */
export function NothingFound({ asked, result }: Props) {
  const q = wordsIn(asked)
  if (filtersIn(asked).length > 0) return <NothingLeft asked={asked} />
  return q === undefined ? <NothingYet /> : <NothingLike q={q} asked={asked} result={result} />
}

function NothingLeft({ asked }: { asked: Asked }) {
  const q = wordsIn(asked)
  return (
    <Empty title={words.noneFiltered} text={words.noneFilteredHint} icon="filter">
      <ButtonLink
        href={addressOf(withoutFilters(asked))}
        text={q === undefined ? words.withoutFilters : words.searchAll(q)}
      />
    </Empty>
  )
}

function NothingLike({ q, ...props }: Props & { q: string }) {
  return (
    <div class="nothing">
      <Local as="h2" text={words.none(q)} />
      <DidYouMean {...props} />
      <Local as="p" text={words.noneHint} />
      <ul>
        {searchTips.map((tip) => (
          <Local as="li" text={tip} />
        ))}
      </ul>
      <ButtonLink href={paths.search} text={words.browse} />
    </div>
  )
}

const NothingYet = () => <Empty title={words.emptyTitle} text={words.emptyHint} icon="list" />
