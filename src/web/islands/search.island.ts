import { groupSuggestions, optionsOf, type Suggestion } from './suggestions.ts'

/** `<hexi-search>`: suggestions under the box (ARIA combobox), arrow keys, and `/` to reach it from anywhere. */
class Search extends HTMLElement {
  readonly #input = this.querySelector('input')
  readonly #list = this.querySelector('ul')
  #asked: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    const [input, list] = [this.#input, this.#list]
    if (!input || !list) return
    const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' }
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value)
    input.setAttribute('aria-controls', list.id)
    list.setAttribute('role', 'listbox')
    input.addEventListener('input', (event) => {
      // While a Chinese word is being composed its letters are not yet what is searched for.
      if (!(event instanceof InputEvent && event.isComposing)) this.#later()
    })
    input.addEventListener('compositionend', () => this.#later())
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('blur', () => setTimeout(() => this.#close(), 150))
    list.addEventListener('mousedown', (event) => event.preventDefault())
    list.addEventListener('click', ({ target }) => {
      if (target instanceof Element) this.#take(target.closest<HTMLElement>('[role=option]'))
    })
    document.addEventListener('keydown', this.#slash)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#slash)
  }

  readonly #slash = (event: KeyboardEvent) => {
    const typing = event.target instanceof Element && event.target.matches('input,textarea,select')
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
    // The first box of the page answers: the home page's own stands alone there.
    if (document.querySelector('hexi-search') !== this) return
    event.preventDefault()
    this.#input?.select()
  }

  #later() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), 120)
  }

  async #ask() {
    this.#asked?.abort()
    const query = this.#input?.value.trim() ?? ''
    if (query === '') return this.#close()
    this.#asked = new AbortController()
    const address = `${this.dataset['source']}?${new URLSearchParams({ q: query })}`
    try {
      const answer = await fetch(address, { signal: this.#asked.signal })
      const { items }: { items: Suggestion[] } = answer.ok ? await answer.json() : { items: [] }
      this.#show(items)
    } catch {
      // Superseded by the next letter, or offline: the form itself still works.
    }
  }

  #show(items: readonly Suggestion[]) {
    if (!this.#list || document.activeElement !== this.#input) return
    const names: Record<string, string> = JSON.parse(this.dataset['groups'] ?? '{}')
    this.#list.replaceChildren(...optionsOf(groupSuggestions(items), names, this.#list.id))
    this.#list.hidden = items.length === 0
    this.#input?.setAttribute('aria-expanded', String(items.length > 0))
    this.#input?.removeAttribute('aria-activedescendant')
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = items.length ? `${items.length} ${this.dataset['found']}` : ''
  }

  #close() {
    this.#show([])
    if (this.#list) this.#list.hidden = true
    this.#input?.setAttribute('aria-expanded', 'false')
  }

  #key(event: KeyboardEvent) {
    if (event.isComposing || !this.#list || this.#list.hidden) return
    const options = [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
    const now = options.findIndex((option) => option.ariaSelected === 'true')
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') this.#close()
    else if (event.key === 'Enter' && now >= 0) this.#take(options[now])
    else if (step)
      this.#mark(
        options,
        (now + step + options.length + (now < 0 && step < 0 ? 1 : 0)) % options.length,
      )
    else return
    event.preventDefault()
  }

  #mark(options: readonly HTMLElement[], index: number) {
    for (const [each, option] of options.entries()) option.ariaSelected = String(each === index)
    options[index]?.scrollIntoView({ block: 'nearest' })
    this.#input?.setAttribute('aria-activedescendant', options[index]?.id ?? '')
  }

  #take(option: HTMLElement | null | undefined) {
    const { record, text } = option?.dataset ?? {}
    if (record) location.assign(`${this.dataset['record']}${encodeURIComponent(record)}`)
    else if (text && this.#input) {
      this.#input.value = text
      this.#input.form?.requestSubmit()
    }
  }
}

customElements.define('hexi-search', Search)
