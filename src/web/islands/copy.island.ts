/** `<hexi-copy>`: its button copies the text of the element that `data-from` names. Hidden without scripts. */
class Copy extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    const said = this.querySelector('[role=status]')
    const source = document.getElementById(this.dataset['from'] ?? '')
    if (!button || !source || !navigator.clipboard) return
    button.hidden = false
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(source.innerText.trim()).then(() => {
        if (said) said.textContent = this.dataset['copied'] ?? ''
        button.classList.add('copied')
        return setTimeout(() => button.classList.remove('copied'), 2000)
      })
    })
  }
}

customElements.define('hexi-copy', Copy)
