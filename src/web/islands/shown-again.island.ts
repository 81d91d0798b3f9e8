/** `<hexi-shown-again>`: what was typed since a page answered its form goes with the switch of language. */
class ShownAgain extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', () => {
      const [field, form] = [this.querySelector('input'), answeredForm()]
      if (!field || !form) return
      const carried: { typed: object } = JSON.parse(field.value)
      const typed = { ...carried.typed, ...typedInto(form) }
      field.value = JSON.stringify({ ...carried, typed })
      // It is all kept: nothing to ask before leaving.
      window.addEventListener('beforeunload', stop, { capture: true, once: true })
    })
  }
}

const stop = (event: Event) => event.stopImmediatePropagation()

/** The one form that posts where the page was posted; where several do, what was sent stays as it is. */
function answeredForm(): HTMLFormElement | undefined {
  const posts = [...document.querySelectorAll<HTMLFormElement>('main form[method=post]')]
  const forms = posts.filter((form) =>
    [form, ...form.querySelectorAll('[formaction]')].some((one) =>
      isHere(one.getAttribute('action') ?? one.getAttribute('formaction')),
    ),
  )
  return forms.length === 1 ? forms[0] : undefined
}

const isHere = (to: string | null) => new URL(to ?? '', document.URL).pathname === location.pathname

/** Every field that holds text, also those that hold none any more. */
function typedInto(form: HTMLFormElement) {
  const data = new FormData(form)
  const secret = '[type=password], [name*=password i]'
  const named = form.querySelectorAll<HTMLInputElement>(`[name]:not(button, ${secret})`)
  const textsOf = (name: string) => data.getAll(name).filter((one) => typeof one === 'string')
  return Object.fromEntries([...named].map(({ name }) => [name, textsOf(name)]))
}

customElements.define('hexi-shown-again', ShownAgain)
