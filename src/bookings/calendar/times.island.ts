import { timeEvents, type TimeChosen } from './rules/moves.ts'

/**
 * `<hexi-times>`: what its list says stays true after a time was taken, and its form and its links with `data-moves`
 * ask in place what they would otherwise ask on a page of their own.
 */
class Times extends HTMLElement {
  connectedCallback() {
    document.addEventListener(timeEvents.taken, this.#taken)
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest('[data-start]')
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
      if (link instanceof HTMLElement && isPlain) this.#choose(event, link.dataset)
    })
    this.addEventListener('submit', (event) => {
      if (!(event.target instanceof HTMLFormElement)) return
      const form = new FormData(event.target)
      this.#choose(event, { start: form.get('start'), end: form.get('end') })
    })
  }

  disconnectedCallback() {
    document.removeEventListener(timeEvents.taken, this.#taken)
  }

  #choose(event: Event, { start, end, moves }: Record<string, unknown>) {
    // Who is not signed in is asked on the page that the link leads to.
    const isAskedHere = document.querySelector('hexi-confirm') !== null
    if (typeof start !== 'string' || typeof end !== 'string' || !isAskedHere) return
    event.preventDefault()
    const detail: TimeChosen = {
      clocks: { start, end },
      instrument: this.dataset['instrument'] ?? '',
      ...(typeof moves === 'string' && { booking: moves }),
    }
    document.dispatchEvent(new CustomEvent(timeEvents.chosen, { detail }))
  }

  readonly #taken = (event: Event) => {
    const status = this.querySelector('[role=status]')
    if (status && event instanceof CustomEvent) status.textContent = String(event.detail)
    void this.#renew()
  }

  /** Takes the list as the server tells it now. */
  async #renew() {
    const answer = await fetch(location.href).catch(() => undefined)
    if (!answer?.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector('hexi-times [data-part=list]')
    if (fresh) this.querySelector('[data-part=list]')?.replaceWith(fresh)
  }
}

/** What the API answers; nothing when it cannot be reached or refuses. */
export async function readAt<Answer>(address: string): Promise<Answer | undefined> {
  const answer = await fetch(address).catch(() => undefined)
  return answer?.ok ? answer.json() : undefined
}

/** An event that leads nowhere is no button; every other can be found again after it was drawn anew. */
export function markEvent(
  drawn: HTMLElement,
  event: { id: string | number; extendedProps: object },
) {
  drawn.dataset['event'] = String(event.id)
  if ('bookingId' in event.extendedProps) return
  drawn.removeAttribute('role')
  drawn.removeAttribute('tabindex')
}

const rolesOfTables = ['table', 'rowgroup', 'row', 'cell', 'columnheader', 'rowheader']

/**
 * The list says it all to who cannot see the drawing, which then is no table beside it but a place that its host
 * names, and that keys can scroll. Kept so whatever is drawn later.
 */
export function drawPlainly(host: HTMLElement) {
  const selector = rolesOfTables.map((role) => `[role=${role}]`).join()
  const strip = () => {
    host.querySelector('.ec-main')?.setAttribute('tabindex', '0')
    for (const part of host.querySelectorAll(selector)) {
      part.setAttribute('role', 'none')
      part.removeAttribute('aria-colindex')
      part.removeAttribute('aria-colspan')
    }
  }
  new MutationObserver(strip).observe(host, { childList: true, subtree: true })
  strip()
}

customElements.define('hexi-times', Times)
