import { RecordsMap } from './map.island.ts'
import { addressWithin, type Point } from './rules/live.ts'
import { afterKey, finished, isClosing, moved, pointsOf, pressed } from './rules/sketch.ts'
import type { Sketch } from './rules/sketch.ts'

/**
 * `<hexi-map-drawing>`: buttons that draw a box or a polygon on the map around them; the results are then narrowed to
 * what was drawn. A third one narrows them to what the map shows.
 */
class MapDrawing extends HTMLElement {
  #drawn: Sketch | undefined

  connectedCallback() {
    this.hidden = false
    this.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLElement)) return
      const { draws } = target.dataset
      if (draws === 'box' || draws === 'polygon') this.#begin(draws)
      else if ('here' in target.dataset) this.#searchView()
    })
    const surface = this.#surface
    surface?.addEventListener('pointerdown', (event) => this.#press(event))
    surface?.addEventListener('pointermove', (event) => {
      if (this.#drawn) this.#show(moved(this.#drawn, pointOf(event)))
    })
    surface?.addEventListener('pointerup', () => this.#end('box'))
    surface?.addEventListener('dblclick', () => this.#end('polygon'))
    document.addEventListener('keydown', this.#key)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#key)
  }

  get #map(): RecordsMap | undefined {
    const map = this.closest('hexi-map')
    return map instanceof RecordsMap ? map : undefined
  }

  get #surface(): SVGSVGElement | null {
    return this.#map?.querySelector<SVGSVGElement>('.map-sketch') ?? null
  }

  /** The same button once more gives up. */
  #begin(shape: Sketch['shape']) {
    this.#show(this.#drawn?.shape === shape ? undefined : { shape, corners: [] })
    this.#map?.say(this.#drawn ? this.#map.settings.words[shape] : '')
  }

  #press(event: PointerEvent) {
    if (!this.#drawn) return
    const point = pointOf(event)
    if (isClosing(this.#drawn, point)) return this.#end('polygon')
    this.#surface?.setPointerCapture(event.pointerId)
    this.#show(pressed(this.#drawn, point))
  }

  /** Searches what was drawn once it is a shape of this kind. */
  #end(shape: Sketch['shape']) {
    const corners = this.#drawn?.shape === shape ? finished(this.#drawn) : undefined
    if (corners) this.#search(corners)
  }

  readonly #key = (event: KeyboardEvent) => {
    if (!this.#drawn) return
    const { shape } = this.#drawn
    const after = afterKey(this.#drawn, event.key)
    if (!after) return
    if (after === 'nothing') this.#begin(shape)
    else if (after === 'ended') this.#end(shape)
    else this.#show(after)
    event.preventDefault()
  }

  #show(drawn: Sketch | undefined) {
    this.#drawn = drawn
    this.#map?.toggleAttribute('data-draws', drawn !== undefined)
    for (const button of this.querySelectorAll<HTMLElement>('[data-draws]'))
      button.setAttribute('aria-pressed', String(button.dataset['draws'] === drawn?.shape))
    const outline = this.#surface?.querySelector('polygon')
    outline?.setAttribute('points', drawn ? pointsOf(drawn) : '')
  }

  #searchView() {
    const { clientWidth = 0, clientHeight = 0 } = this.#surface?.parentElement ?? {}
    this.#search([upperLeft, [clientWidth, clientHeight]])
  }

  #search(corners: readonly Point[]) {
    const map = this.#map
    if (!map) return
    const places = corners.map((corner) => map.placeAt(corner))
    location.assign(addressWithin(map.settings.address, places))
  }
}

const upperLeft: Point = [0, 0]
const pointOf = ({ offsetX, offsetY }: PointerEvent): Point => [offsetX, offsetY]

customElements.define('hexi-map-drawing', MapDrawing)
