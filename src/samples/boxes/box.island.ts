/**
 * `<hexi-box>`: sends one scan after the other without waiting for a page, so that nothing that a scanner types meanwhile
 * is lost, and shows the box as it then is.
 */
class Box extends HTMLElement {
  #waiting: FormData[] = []
  #isSending = false

  connectedCallback() {
    this.addEventListener('submit', this.#queue)
  }

  #field(name: string) {
    return this.querySelector<HTMLInputElement>(`.box-scan [name=${name}]`)
  }

  readonly #queue = (event: SubmitEvent) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.action.endsWith('/scanned-tubes')) return
    event.preventDefault()
    const data = new FormData(form, event.submitter)
    const isScan = form.classList.contains('box-scan')
    // What comes while another is on its way goes into the well after that one.
    if (this.#isSending && isScan) data.delete('well')
    this.#waiting.push(data)
    const code = this.#field('code')
    if (isScan && code) code.value = ''
    if (!this.#isSending) void this.#send(form.action)
  }

  async #send(action: string) {
    this.#isSending = true
    for (let data = this.#waiting.shift(); data; data = this.#waiting.shift()) {
      const next = this.#field('well')?.value
      if (!data.has('well') && next) data.set('well', next)
      // oxlint-disable-next-line no-await-in-loop -- one scan after the other
      const isDone = await this.#sendOne(action, data)
      if (!isDone && this.#waiting.length > 0) this.#say(this.dataset['dropped'])
      if (!isDone) this.#waiting = []
    }
    this.#isSending = false
  }

  async #sendOne(action: string, data: FormData): Promise<boolean> {
    try {
      const body = new URLSearchParams()
      for (const [name, value] of data) if (typeof value === 'string') body.append(name, value)
      const answer = await fetch(action, { method: 'post', body })
      this.#show(new DOMParser().parseFromString(await answer.text(), 'text/html'))
      if (answer.redirected) history.replaceState(null, '', answer.url)
      return answer.ok
    } catch {
      this.#say(this.dataset['failed'])
      return false
    }
  }

  /** The box as it is now; what was typed meanwhile stays. */
  #show(page: Document) {
    const now = page.querySelector('hexi-box')
    if (!now) return location.reload()
    const typed = this.#field('code')?.value
    this.innerHTML = now.innerHTML
    const [old, head] = [document, page].map((one) => one.querySelector('.page-head'))
    if (old && head) old.replaceWith(head)
    this.#say(page.querySelector('.toast.tone-good')?.textContent ?? '')
    const input = this.#field('code')
    if (!input) return
    if (typed) input.value = typed
    input.focus()
    // What was refused is scanned over.
    if (!typed) input.select()
  }

  #say(text: string | undefined) {
    const said = this.querySelector('.box-said')
    if (said) said.textContent = text ?? ''
  }
}

customElements.define('hexi-box', Box)
