import type { Child } from 'hono/jsx'
import { degreesText, graticuleIn } from '../rules/graticule.ts'
import { landPath } from '../rules/land.ts'
import { frame, planeSpotOf, type View } from '../rules/view.ts'

type Props = {
  view: View
  /** What is to be seen, for whoever does not see it. */
  label: string
  children?: Child
}

/** A map as the server draws it: land, water and graticule, and what is put on it. */
export function MapDrawing({ view, label, children }: Props) {
  return (
    <svg
      class="map-drawing"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role={children ? 'group' : 'img'}
      aria-label={label}
    >
      <rect class="map-water" width={frame.width} height={frame.height} />
      <path class="map-land" fill-rule="evenodd" d={landPath(view)} />
      <Graticule view={view} />
      {children}
    </svg>
  )
}

/** Lines at round degrees, with their names along the upper and the left side. */
function Graticule({ view }: { view: View }) {
  const { longitudes, latitudes } = graticuleIn(view)
  const xs = longitudes.map((degrees) => ({ degrees, at: planeSpotOf(view, degrees, 0).x }))
  const ys = latitudes.map((degrees) => ({ degrees, at: planeSpotOf(view, 0, degrees).y }))
  const lines = [
    ...xs.map(({ at }) => `M${whole(at)} 0V${frame.height}`),
    ...ys.map(({ at }) => `M0 ${whole(at)}H${frame.width}`),
  ]
  return (
    <g aria-hidden="true">
      <path class="map-lines" d={lines.join('')} />
      {xs.map(({ degrees, at }) => (
        <text class="map-degrees" x={whole(at + 4)} y="16">
          {degreesText(degrees, 'longitude')}
        </text>
      ))}
      {ys.map(({ degrees, at }) => (
        <text class="map-degrees" x="4" y={whole(at - 4)}>
          {degreesText(degrees, 'latitude')}
        </text>
      ))}
    </g>
  )
}

export const whole = (value: number) => String(Math.round(value))
