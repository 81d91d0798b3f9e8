/** One entry of `GET /api/v1/suggestions`. */
export type Suggestion = { text: string; group: string; recordId?: string }

/** `<hexi-suggestions>`: a listbox of suggestions by kind; the search box says what is typed and asks which is chosen. */
export class SuggestionList extends HTMLElement {
  readonly #list = this.querySelector('ul')

  connectedCallback() {
    this.#list?.setAttribute('role', 'listbox')
    // The focus stays in the box, so that a click does not close the list before it arrives.
    this.addEventListener('mousedown', (event) => event.preventDefault())
  }

  get isOpen(): boolean {
    return this.#list?.hidden === false
  }

  get listId(): string {
    return this.#list?.id ?? ''
  }

  /** The option that the arrow keys are on. */
  get chosen(): HTMLElement | undefined {
    return this.#options.find((option) => option.ariaSelected === 'true')
  }

  get #options(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=option]')]
  }

  show(items: readonly Suggestion[]): void {
    if (!this.#list) return
    const groups = [...new Set(items.map(({ group }) => group))]
    this.#list.replaceChildren(
      ...groups.flatMap((group, number) => [
        element({ role: 'presentation' }, group),
        ...items
          .filter((item) => item.group === group)
          .map((item, index) => option(item, `${this.listId}-${number}-${index}`)),
      ]),
    )
    this.#list.hidden = items.length === 0
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = items.length ? `${items.length} ${this.dataset['found']}` : ''
  }

  /** Moves on by one, around the ends; answers the id of where it is now. */
  move(step: 1 | -1): string {
    const options = this.#options
    const now = options.findIndex((each) => each.ariaSelected === 'true')
    const from = now < 0 && step < 0 ? 0 : now
    const next = options[(from + step + options.length) % options.length]
    for (const each of options) each.ariaSelected = String(each === next)
    next?.scrollIntoView({ block: 'nearest' })
    return next?.id ?? ''
  }
}

const option = ({ text, recordId }: Suggestion, id: string) =>
  element(
    {
      role: 'option',
      id,
      'aria-selected': 'false',
      'data-text': text,
      ...(recordId && { 'data-record': recordId }),
    },
    text,
  )

function element(attributes: Record<string, string>, text: string): HTMLLIElement {
  const item = document.createElement('li')
  for (const [name, value] of Object.entries(attributes)) item.setAttribute(name, value)
  item.textContent = text
  return item
}

customElements.define('hexi-suggestions', SuggestionList)
