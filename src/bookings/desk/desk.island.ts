/**
 * `<hexi-desk>`: j and k walk from card to card, a approves, d asks for the reason to decline, x selects, and u takes back
 * what was decided last, while that is offered.
 */
class Desk extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', this.#act)
    this.#cards()[0]?.classList.add('row-now')
    for (const bar of this.querySelectorAll<HTMLElement>('[data-seconds]'))
      setTimeout(() => bar.remove(), Number(bar.dataset['seconds']) * 1000)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#act)
  }

  #cards() {
    return [...this.querySelectorAll<HTMLElement>('[data-card]')]
  }

  readonly #act = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event)) return
    const does = this.#keys[event.key]
    if (!does) return
    event.preventDefault()
    does(this.querySelector<HTMLElement>('.row-now'))
  }

  readonly #keys: Partial<Record<string, (card: HTMLElement | null) => void>> = {
    j: (card) => this.#walk(card, 1),
    k: (card) => this.#walk(card, -1),
    a: (card) => card?.querySelector<HTMLButtonElement>('[data-approve] button')?.click(),
    d: (card) => {
      const fold = card?.querySelector<HTMLDetailsElement>('[data-decline]')
      if (!fold) return
      fold.open = true
      fold.querySelector<HTMLInputElement>('[name="note"]')?.focus()
    },
    x: (card) => card?.querySelector<HTMLInputElement>('[type="checkbox"]')?.click(),
    u: () => this.querySelector<HTMLButtonElement>('[data-seconds] button')?.click(),
  }

  #walk(card: HTMLElement | null, step: number) {
    const cards = this.#cards()
    const at = card ? cards.indexOf(card) + step : 0
    const next = cards[Math.min(Math.max(at, 0), cards.length - 1)]
    if (!next) return
    card?.classList.remove('row-now')
    next.classList.add('row-now')
    next.querySelector('a')?.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest' })
  }
}

/** Into a text; a box that was ticked keeps the focus, and keys go on from there. */
const isTyping = ({ target }: Event): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
      target.getAttribute('type') !== 'checkbox'))

customElements.define('hexi-desk', Desk)
