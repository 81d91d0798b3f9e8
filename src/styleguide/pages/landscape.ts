/** Palettes from far to near: sky above, then five ridges. */
const palettes = {
  danxia: ['#f1dcc0', '#e3a878', '#cf7f55', '#b4563c', '#8c3d31', '#5f2a26'],
  glacier: ['#dcebf1', '#b9d6e2', '#8fb9cb', '#6397ae', '#3f7289', '#264c5e'],
  loess: ['#f3e6c4', '#e6cd95', '#d3b06c', '#b98f4a', '#8f6c34', '#5e4723'],
  qilian: ['#e2ecdc', '#b7cdb1', '#86a98a', '#5a8669', '#38644c', '#1f4434'],
  dusk: ['#e9dfe6', '#c9b3c2', '#a2879f', '#7a627d', '#53455c', '#332d3c'],
} as const

export const landscapes = ['danxia', 'glacier', 'loess', 'qilian', 'dusk'] as const
export type Landscape = (typeof landscapes)[number]

/** A made-up view of ridges behind one another, as an SVG picture of 1200 × 900. */
export function landscapeSvg(name: Landscape): string {
  const [sky, ...ridges] = palettes[name]
  const shift = landscapes.indexOf(name) * 1.7
  const paths = ridges.map((colour, index) => {
    const base = 300 + index * 120
    const points = Array.from({ length: 25 }, (_, step) => {
      const x = step * 50
      const wave = Math.sin(step / (2.1 + index) + shift + index * 2) * (70 - index * 6)
      const ripple = Math.sin(step * (1.3 + index / 5) + shift * 3) * 18
      return `${x} ${Math.round(base + wave + ripple)}`
    })
    return `<path fill="${colour}" d="M0 900L${points.join('L')}L1200 900z"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900"><rect width="1200" height="900" fill="${sky}"/><circle cx="${300 + shift * 90}" cy="190" r="70" fill="#fff" fill-opacity=".7"/>${paths.join('')}</svg>`
}
