/** `<hexi-menu>`: an open menu closes on Escape, on a click elsewhere and when the focus leaves it. */
class Menu extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector('details')
    if (!details) return
    document.addEventListener('click', (event) => {
      if (!event.composedPath().includes(this)) details.open = false
    })
    this.addEventListener('focusout', (event) => {
      const next = event.relatedTarget
      if (next instanceof Node && !this.contains(next)) details.open = false
    })
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !details.open) return
      details.open = false
      this.querySelector('summary')?.focus()
    })
  }
}

customElements.define('hexi-menu', Menu)
