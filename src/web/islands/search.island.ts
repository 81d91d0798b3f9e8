import { type Suggestion, SuggestionList } from './suggestions.island.ts'

/** `<hexi-search>`: suggestions under the box (ARIA combobox), arrow keys, and `/` to reach it from anywhere. */
class Search extends HTMLElement {
  readonly #input = this.querySelector('input')
  readonly #list = this.querySelector('hexi-suggestions')
  #asked: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    const [input, list] = [this.#input, this.#list]
    if (!input || !(list instanceof SuggestionList)) return
    const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' }
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value)
    input.setAttribute('aria-controls', list.listId)
    input.addEventListener('input', (event) => {
      // While a Chinese word is being composed, its letters are not yet what is searched for.
      if (!(event instanceof InputEvent && event.isComposing)) this.#askSoon(input, list)
    })
    input.addEventListener('compositionend', () => this.#askSoon(input, list))
    input.addEventListener('keydown', (event) => this.#key(event, input, list))
    input.addEventListener('blur', () => this.#show([], input, list))
    list.addEventListener('click', ({ target }) => {
      if (target instanceof Element) this.#take(target.closest<HTMLElement>('[role=option]'), input)
    })
    document.addEventListener('keydown', this.#slash)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#slash)
  }

  readonly #slash = (event: KeyboardEvent) => {
    const typing = event.target instanceof Element && event.target.matches('input,textarea,select')
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('hexi-search') !== this) return
    event.preventDefault()
    this.#input?.select()
  }

  #askSoon(input: HTMLInputElement, list: SuggestionList) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(input, list), 120)
  }

  async #ask(input: HTMLInputElement, list: SuggestionList) {
    this.#asked?.abort()
    this.#asked = new AbortController()
    const query = input.value.trim()
    if (query === '') return this.#show([], input, list)
    const address = `${this.dataset['source']}?${new URLSearchParams({ q: query })}`
    try {
      const answer = await fetch(address, { signal: this.#asked.signal })
      const { items }: { items: Suggestion[] } = answer.ok ? await answer.json() : { items: [] }
      if (document.activeElement === input) this.#show(items, input, list)
    } catch {
      // Superseded by the next letter, or offline: the form itself still works.
    }
  }

  #show(items: readonly Suggestion[], input: HTMLInputElement, list: SuggestionList) {
    list.show(items)
    input.setAttribute('aria-expanded', String(items.length > 0))
    input.removeAttribute('aria-activedescendant')
  }

  #key(event: KeyboardEvent, input: HTMLInputElement, list: SuggestionList) {
    if (event.isComposing || !list.isOpen) return
    const { key } = event
    if (key === 'Escape') this.#show([], input, list)
    else if (key === 'Enter' && list.chosen) this.#take(list.chosen, input)
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      input.setAttribute('aria-activedescendant', list.move(key === 'ArrowDown' ? 1 : -1))
    } else return
    event.preventDefault()
  }

  /** A record's name opens the record; any other word is searched for. */
  #take(option: HTMLElement | null, input: HTMLInputElement) {
    const { record, text } = option?.dataset ?? {}
    if (record) location.assign(`${this.dataset['record']}${encodeURIComponent(record)}`)
    else if (text !== undefined) {
      input.value = text
      input.form?.requestSubmit()
    }
  }
}

customElements.define('hexi-search', Search)
