const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const wellOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-well]') : null

/** `<hexi-wells>`: arrow keys walk from well to well, and samples are dragged to another one by the form that scans. */
class Wells extends HTMLElement {
  connectedCallback() {
    this.addEventListener('keydown', this.#walk)
    this.addEventListener('dragstart', (event) => {
      const { code } = wellOf(event.target)?.dataset ?? {}
      if (code !== undefined) event.dataTransfer?.setData('text/plain', code)
    })
    this.addEventListener('dragover', (event) => {
      if (wellOf(event.target)) event.preventDefault()
    })
    this.addEventListener('drop', this.#drop)
  }

  readonly #drop = (event: DragEvent) => {
    const { well } = wellOf(event.target)?.dataset ?? {}
    const code = event.dataTransfer?.getData('text/plain')
    const form = this.closest('hexi-box')?.querySelector<HTMLFormElement>('.box-scan')
    const [codeField, wellField] = ['code', 'well'].map((name) => form?.elements.namedItem(name))
    if (!well || !code || !form) return
    event.preventDefault()
    if (codeField instanceof HTMLInputElement) codeField.value = code
    if (wellField instanceof HTMLInputElement) wellField.value = well
    form.requestSubmit()
  }

  readonly #walk = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const cell = wellOf(event.target)?.closest('td')
    const row = cell?.closest('tr')
    if (!step || !cell || !row) return
    const rows = [...this.querySelectorAll('tbody tr')]
    const to = rows[rows.indexOf(row) + step[0]]?.querySelectorAll<HTMLElement>('[data-well]')
    const next = to?.[[...row.querySelectorAll('td')].indexOf(cell) + step[1]]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
}

customElements.define('hexi-wells', Wells)
