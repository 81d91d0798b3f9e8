/** `<hexi-find-labs>`: what is typed narrows every list of labs on the page at once, as its button does without script. */
class FindLabs extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0

  connectedCallback() {
    this.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#look(), 200)
    })
    this.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#look()
    })
  }

  async #look() {
    const form = this.querySelector('form')
    const typed = this.querySelector('input')?.value.trim()
    if (!form || typed === undefined) return
    const url = new URL(form.action)
    url.searchParams.set('labs', typed)
    this.#asked += 1
    const asked = this.#asked
    const answer = await fetch(url).catch(() => undefined)
    const text = answer?.ok ? await answer.text() : undefined
    if (text === undefined || asked !== this.#asked) return
    this.#show(new DOMParser().parseFromString(text, 'text/html'))
  }

  #show(found: Document) {
    const [first] = found.querySelectorAll('select[name=lab]')
    const labs = first?.querySelectorAll('option:not([value=""])').length ?? 0
    for (const list of document.querySelectorAll<HTMLSelectElement>('select[name=lab]')) {
      const other = found.getElementById(list.id)
      if (other instanceof HTMLSelectElement) narrow(list, other)
    }
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = `${this.dataset['found'] ?? ''}${labs}`
  }
}

/** Offers what another list offers; what was chosen stays. */
function narrow(list: HTMLSelectElement, other: HTMLSelectElement) {
  const [chosen] = list.selectedOptions
  list.replaceChildren(...other.children)
  if (!chosen?.value) return
  if (![...list.options].some(({ value }) => value === chosen.value)) list.append(chosen)
  list.value = chosen.value
}

customElements.define('hexi-find-labs', FindLabs)
