/** `<hexi-autosubmit>`: choosing from the list inside sends its form; the button that did it goes. */
class Autosubmit extends HTMLElement {
  connectedCallback() {
    const form = this.closest('form')
    if (!form) return
    for (const button of form.querySelectorAll<HTMLElement>('[data-without-script]')) {
      button.hidden = true
    }
    this.addEventListener('change', () => form.requestSubmit())
  }
}

customElements.define('hexi-autosubmit', Autosubmit)
