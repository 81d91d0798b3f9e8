import { offsetOf, wallClockOf } from '../../core/wall-clock.ts'

/** `<hexi-zone>`: says beside a zone which one the reader's own clock is in. */
class Zone extends HTMLElement {
  connectedCallback() {
    const { zone = 'UTC', same = '', yours = '' } = this.dataset
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    const now = Date.now()
    const isSame = offsetOf(now, here) === offsetOf(now, zone)
    this.textContent = isSame
      ? same
      : yours
          .replace('{zone}', here)
          .replace('{offset}', offsetOf(now, here))
          .replace('{clock}', wallClockOf(now, here).slice(11))
  }
}

customElements.define('hexi-zone', Zone)
