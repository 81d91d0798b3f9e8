import { Map as LiveMap, Marker, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import { boxText } from '../../core/place.ts'
import type { Cluster, Clusters, MapSettings } from './model.ts'
import { boxBetween, type Point } from './rules/live.ts'
import { isOnePlace, spotOf } from './rules/spots.ts'
import { styleOf } from './rules/style.ts'

/**
 * `<hexi-map>`: a map to move about in where the server's drawing was, with what the search finds in each view. Where
 * the browser has no WebGL, the drawing stays.
 */
export class RecordsMap extends HTMLElement {
  readonly settings: MapSettings = JSON.parse(this.dataset['settings'] ?? '{}')
  #live: LiveMap | undefined
  #spots: Marker[] = []
  #asked: AbortController | undefined

  connectedCallback() {
    const container = this.querySelector<HTMLElement>('.map-live')
    if (!this.#live && container && hasWebGl()) this.#open(container)
  }

  disconnectedCallback() {
    this.#live?.remove()
    this.#live = undefined
  }

  /** Degrees at a point of the frame, in px from its upper left corner; a longitude goes on beyond 180. */
  placeAt([x, y]: Point): Point {
    if (this.#live && 'live' in this.dataset) {
      const { lng, lat } = this.#live.unproject([x, y])
      return [lng, lat]
    }
    const { west, south, east, north } = this.settings.view
    const { clientWidth = 1, clientHeight = 1 } = this.querySelector('.map-frame') ?? {}
    return [west + ((east - west) * x) / clientWidth, north - ((north - south) * y) / clientHeight]
  }

  say(sentence: string) {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = sentence
  }

  #open(container: HTMLElement) {
    const { worker, view, locale } = this.settings
    setWorkerUrl(worker)
    const map = new LiveMap({
      container,
      style: styleOf(this.settings, (name) => getComputedStyle(this).getPropertyValue(name).trim()),
      bounds: [view.west, Math.max(-85, view.south), view.east, Math.min(85, view.north)],
      maxZoom: 18,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      locale,
    })
    this.#live = map
    map.addControl(new NavigationControl({ showCompass: false })).addControl(new ScaleControl())
    map.on('error', () => {}) // A tile that does not come leaves its place empty.
    map.on('load', () => {
      this.dataset['live'] = ''
      void this.#load(map)
    })
    map.on('moveend', () => void this.#load(map))
  }

  async #load(map: LiveMap) {
    this.#asked?.abort()
    this.#asked = new AbortController()
    const { query, words } = this.settings
    const [[west, south], [east, north]] = map.getBounds().toArray()
    const box = boxText(boxBetween([west, south], [east, north]))
    const address = `/api/v1/map/clusters?${query}&bbox=${box}&zoom=${map.getZoom().toFixed(2)}`
    try {
      const answer = await fetch(address, { signal: this.#asked.signal })
      if (!answer.ok) return this.say(words.failed)
      const { clusters, total }: Clusters = await answer.json()
      for (const spot of this.#spots) spot.remove()
      this.#spots = clusters.map((cluster) => this.#spotOf(cluster, map))
      if (!this.matches('[data-draws]')) this.say(words.found.replace('{count}', `${total.value}`))
    } catch {
      // Superseded by the next move, or offline.
    }
  }

  #spotOf(cluster: Cluster, map: LiveMap): Marker {
    const { west, south, east, north } = cluster.bounds
    const element = Object.assign(document.createElement('a'), spotOf(cluster, this.settings))
    element.addEventListener('click', (event) => {
      if (cluster.record || isOnePlace(cluster.bounds) || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      map.fitBounds([west, south, east, north], { padding: 60, maxZoom: 17 })
    })
    return new Marker({ element }).setLngLat([(west + east) / 2, (south + north) / 2]).addTo(map)
  }
}

const hasWebGl = () => document.createElement('canvas').getContext('webgl2') !== null

customElements.define('hexi-map', RecordsMap)
