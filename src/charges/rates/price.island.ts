import { jsonOf } from '../../bookings/calendar/parts.browser.ts'
import { labOrNone } from '../../bookings/model.ts'
import { TimeFields } from '../../bookings/calendar/time-fields.island.ts'
import { ruleOf } from '../../bookings/series/rules/repeat.ts'

/** What its form is about: `data-asked`. */
type Asked = { instrument?: string; booking?: string }

/** `<hexi-price>`: what the use that is being booked or moved would cost, asked again as the form changes. */
class Price extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked: AbortController | undefined

  connectedCallback() {
    for (const name of ['input', 'hexi-times'])
      this.closest('form')?.addEventListener(name, () => this.#soon())
    this.#soon()
  }

  #soon() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), 300)
  }

  async #ask() {
    this.#asked?.abort()
    this.#asked = new AbortController()
    const { signal } = this.#asked
    const form = this.closest('form')
    const asked: Asked = JSON.parse(form?.dataset['asked'] ?? '{}')
    const question = form && questionOf(form, asked)
    if (!question) return this.#say([])
    const address = `/api/v1/instruments/${asked.instrument}/estimates`
    try {
      const answer = await fetch(address, { ...jsonOf('POST', question), signal })
      const { text }: { text: string[] } = answer.ok ? await answer.json() : { text: [] }
      this.#say(text)
    } catch {
      if (!signal.aborted) this.#say([])
    }
  }

  #say(lines: readonly string[]) {
    this.querySelector('[data-part=price]')?.replaceChildren(lines.join('\n'))
  }
}

/** Undefined until it is known when, and where it is for somebody whom only the server knows. */
function questionOf(form: HTMLFormElement, { booking }: Asked) {
  const times = form.querySelector('hexi-time-fields')
  const slot = times instanceof TimeFields ? times.times : undefined
  const typed = new FormData(form)
  const text = (name: string) => {
    const value = typed.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  if (!slot || text('onBehalfOf')) return undefined
  return {
    ...slot,
    ...(booking && { booking }),
    ...particulars(text),
    ...(typed.has('also') && { also: typed.getAll('also') }),
  }
}

function particulars(text: (name: string) => string) {
  const samples = Number(text('samples'))
  const recurrence = ruleOf(text('repeat'), text('count'))
  return {
    ...(text('lab') && { lab: labOrNone(text('lab')) }),
    ...(text('assisted') && { assisted: true }),
    ...(Number.isInteger(samples) && samples > 0 && { samples }),
    ...(recurrence && { recurrence, onConflict: text('onConflict') || 'refuse' }),
  }
}

customElements.define('hexi-price', Price)
