import { useText, Local, OtherLocal, useLang } from '../lang.tsx'
import { paths } from '../paths.ts'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { type Lang, langTag, type LocalText } from '../../core/text.ts'

type Props = {
  id?: string
  query?: string
  /** Filters that a new search keeps. */
  keep?: readonly (readonly [name: string, value: string])[]
  /** The home page's: larger, and with a word on its button. */
  large?: boolean
}

/** One box over everything. Works as a plain form; the island adds suggestions, arrow keys and `/`. */
export function SearchBox(props: Props) {
  const { id = 'q', large } = props
  const t = useText()
  const found = t(partWords.suggestionsFound)
  return (
    <hexi-search data-source={paths.suggestions} data-record={paths.record('')}>
      <form
        class={large ? 'search search-large' : 'search'}
        role="search"
        aria-label={t(large ? partWords.searchHint : partWords.search)}
        action={paths.search}
      >
        <Fields {...props} />
        <kbd aria-hidden="true">/</kbd>
        <button type="submit" class="search-go">
          {t(partWords.search)}
        </button>
        <hexi-suggestions data-found={found}>
          <ul
            id={`${id}-list`}
            class="suggestions"
            aria-label={t(partWords.suggestions)}
            hidden
          ></ul>
          <span class="unseen" role="status"></span>
        </hexi-suggestions>
      </form>
    </hexi-search>
  )
}

function Fields({ id = 'q', query = '', keep = [] }: Props) {
  const hint = useText()(partWords.searchHint)
  return (
    <>
      <label class="unseen" for={id}>
        {hint}
      </label>
      <Icon name="search" />
      <input
        id={id}
        name="q"
        type="search"
        value={query}
        placeholder={hint}
        autocomplete="off"
        autocapitalize="off"
        enterkeyhint="search"
        maxlength={200}
      />
      {keep.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** What the island calls the groups of suggestions. */

export type HighlightPart = { text: string; hit: boolean }
/** A title again, in the languages in which it was hit. */
export type Marks = { [lang in Lang]?: readonly HighlightPart[] | undefined }

/** A text with what was searched for marked. */
function Marked({ parts }: { parts: readonly HighlightPart[] }) {
  return <>{parts.map(({ text, hit }) => (hit ? <mark>{text}</mark> : <>{text}</>))}</>
}

/** Why a hit is a hit: the field, and its words around the match. */
export function Highlight({ label, parts }: { label: LocalText; parts: readonly HighlightPart[] }) {
  return (
    <p class="highlight">
      <Local as="span" class="highlight-label" text={label} />
      <Marked parts={parts} />
    </p>
  )
}

type TitleProps = { title: LocalText; marks: Marks | undefined }

/** The title as `Local` shows it, with its hits. */
export function MarkedTitle({ title, marks = {} }: TitleProps) {
  const lang = useLang()
  const shown = title[lang] === null ? otherOf(lang) : lang
  const parts = marks[shown]
  if (!parts) return <Local text={title} />
  return shown === lang ? (
    <Marked parts={parts} />
  ) : (
    <span lang={langTag(shown)}>
      <Marked parts={parts} />
    </span>
  )
}

/** The title in the other language as `OtherLocal` shows it, with its hits. */
export function OtherMarkedTitle({ title, marks = {} }: TitleProps) {
  const lang = useLang()
  const other = otherOf(lang)
  const parts = marks[other]
  if (!parts || title[lang] === null) return <OtherLocal text={title} />
  return (
    <span class="other-lang" lang={langTag(other)}>
      <Marked parts={parts} />
    </span>
  )
}

const otherOf = (lang: Lang): Lang => (lang === 'zh' ? 'en' : 'zh')
