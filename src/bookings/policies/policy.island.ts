type Note = { name: string; text: string; tone: string }
type Answer = Omit<Note, 'name'> & { notes: Note[] }

/**
 * `<hexi-policy>`: while rules are typed, says what they would have refused of the last bookings, and beside each field
 * what is wrong with it. The form itself is sent and nothing is saved; without it the button asks the same.
 */
class PolicyTrial extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked: AbortController | undefined

  connectedCallback() {
    this.addEventListener('input', () => this.#soon())
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
  }

  #soon() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), 400)
  }

  async #ask() {
    const form = this.querySelector('form')
    if (!form) return
    this.#asked?.abort()
    this.#asked = new AbortController()
    const typed = new URLSearchParams()
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') typed.append(name, value)
    typed.set('use', 'live')
    const options = { method: 'POST', body: typed, signal: this.#asked.signal }
    try {
      const answer = await fetch(form.action, options)
      if (answer.ok) this.#say(await answer.json())
    } catch {
      // Typed on meanwhile, or out of reach: what was said last stays until it is asked again.
    }
  }

  #say({ text, tone, notes }: Answer) {
    const live = this.querySelector('[data-live]')
    if (live) {
      live.className = `verdict tone-${tone}`
      live.textContent = text
    }
    for (const old of this.querySelectorAll('[data-note], .field-error')) old.remove()
    for (const marked of this.querySelectorAll('[aria-invalid]'))
      marked.removeAttribute('aria-invalid')
    for (const note of notes) this.#note(note)
  }

  #note({ name, text, tone }: Note) {
    const field = document.getElementById(`field-${name}`)
    const place = field?.closest('.sentence, .policy-span, .field')
    if (!field || !place) return
    const note = document.createElement('p')
    note.className = `field-note tone-${tone}`
    note.dataset['note'] = name
    note.id = `field-${name}-note`
    note.textContent = text
    if (tone === 'danger') field.setAttribute('aria-invalid', 'true')
    field.setAttribute('aria-describedby', note.id)
    const fold = place.closest('details')
    if (fold) fold.open = true
    place.append(note)
  }
}

customElements.define('hexi-policy', PolicyTrial)
