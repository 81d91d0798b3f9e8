/** `<hexi-theme>`: the chosen theme is worn at once and remembered, without a round trip. */
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    // Not on `submit`: where a page answers a form, the buttons belong to a form elsewhere on it.
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null
      if (!button) return
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
