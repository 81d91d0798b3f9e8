import { basketPaths } from '../words/baskets.ts'

/**
 * `<hexi-amounts>`: who goes on from the basket takes along the quantities that were changed and not updated. One that is
 * refused is sent as its own form instead, whose page says why.
 */
class Amounts extends HTMLElement {
  readonly #before = new Map<HTMLFormElement, string>()

  connectedCallback() {
    for (const form of this.querySelectorAll<HTMLFormElement>('form.basket-amount'))
      this.#before.set(form, textOf(form))
    this.addEventListener('click', this.#goOn)
  }

  readonly #goOn = (event: MouseEvent) => {
    const link =
      event.target instanceof Element &&
      event.target.closest<HTMLAnchorElement>(`a[href="${basketPaths.checkout}"]`)
    if (!link) return
    const changed = [...this.#before].flatMap(([form, was]) => (textOf(form) === was ? [] : [form]))
    if (changed.length === 0) return
    event.preventDefault()
    void send(changed, link.href)
  }
}

async function send(forms: readonly HTMLFormElement[], next: string): Promise<void> {
  for (const form of forms) {
    const body = new URLSearchParams(textOf(form))
    // oxlint-disable-next-line no-await-in-loop -- one basket: one after the other
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' })
    // What was accepted leads back to the basket.
    if (answer.type !== 'opaqueredirect') return form.requestSubmit()
  }
  location.assign(next)
}

const textOf = (form: HTMLFormElement): string =>
  new URLSearchParams(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  ).toString()

customElements.define('hexi-amounts', Amounts)
