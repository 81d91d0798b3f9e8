import { useText } from '../lang.tsx'
import { paths } from '../paths.ts'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'

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
