/**
 * `<hexi-dialog>`: a link inside with `data-opens` opens the dialog of that id instead of going to its page;
 * a link with `data-closes` inside the dialog, and a click beside it, close it again.
 */
class Dialog extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      if (!(event.target instanceof Element)) return
      const opener = event.target.closest<HTMLElement>('[data-opens]')
      const dialog = opener
        ? document.getElementById(opener.dataset['opens'] ?? '')
        : event.target.closest('dialog')
      if (!(dialog instanceof HTMLDialogElement)) return
      if (opener) {
        event.preventDefault()
        dialog.showModal()
      } else if (event.target === dialog || event.target.closest('[data-closes]')) {
        event.preventDefault()
        dialog.close()
      }
    })
  }
}

customElements.define('hexi-dialog', Dialog)
