/** `<hexi-theme>`: the chosen theme is worn at once and remembered, without a round trip. */
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', (event) => {
      const button = event.submitter
      if (!(button instanceof HTMLButtonElement)) return
      event.preventDefault()
      document.documentElement.dataset['theme'] = button.value
      document.cookie = `hexi_theme=${button.value}; path=/; max-age=31536000; samesite=lax`
      for (const each of this.querySelectorAll('button')) {
        each.setAttribute('aria-pressed', String(each === button))
      }
      this.closest('details')?.removeAttribute('open')
    })
  }
}

customElements.define('hexi-theme', ThemeSwitch)
