/** `<hexi-rows>`: j and k walk down and up the table's rows; Enter opens the row's link, which has the focus. */
class Rows extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', this.#walk)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#walk)
  }

  readonly #walk = (event: KeyboardEvent) => {
    const step = { j: 1, k: -1 }[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
    const rows = [...this.querySelectorAll('tbody tr')]
    const now = rows.findIndex((row) => row.classList.contains('row-now'))
    const next = rows[now < 0 ? 0 : Math.min(Math.max(now + step, 0), rows.length - 1)]
    if (!next) return
    rows[now]?.classList.remove('row-now')
    next.classList.add('row-now')
    next.querySelector('a')?.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest' })
  }
}

function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

customElements.define('hexi-rows', Rows)
