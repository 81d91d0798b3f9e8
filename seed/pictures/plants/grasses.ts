import type { Random } from '../../random.ts'
import { green, mix, type Ramp } from '../palette.ts'
import { leaves } from './leaves.ts'
import { curve, n, path, type Point, stamps, stroke, times, turned } from '../svg.ts'
import { ears } from './ears.ts'

/** Culms that rise from one tuft, each with its leaves and its ear. */
export function grass(
  random: Random,
  { ear, ramp, count }: { ear: string; ramp: Ramp; count: number },
): string {
  const draw = ears[ear] ?? ears['wild'] ?? (() => '')
  const straps = stamps('strap', 4, () => leaves.strap(random, 240, green))
  const heads = stamps('ear', 2, () => draw(random, ear === 'maize' ? 330 : 290, ramp))
  const culms = times(count, (index) => {
    const apart = ear === 'maize' ? 190 : 100
    const lean = (index - (count - 1) / 2) * apart + random.between(-24, 24)
    const tall = random.between(560, 690) - Math.abs(lean) * 0.25
    const at = (t: number): Point => [lean * t * t, -tall * t]
    const blades = [0.12, 0.3, 0.5, 0.7].map((t, leaf) => {
      const turn = random.between(28, 50)
      const flip = leaf % 2 === 0 ? '' : ' scale(-1 1)'
      const size = n(random.between(0.85, 1.2))
      const [x, y] = at(t)
      return straps.use(
        leaf + index,
        `transform="translate(${n(x)} ${n(y)})${flip} rotate(${n(-turn)}) scale(${size})"`,
      )
    })
    const angle = (Math.atan2(lean, tall * 0.9) * 180) / Math.PI
    const stem = path(
      curve([0, 0.25, 0.5, 0.75, 1].map(at)),
      stroke(mix(green[3], green[2], random.next()), 8),
    )
    return (
      stem + blades.join('') + heads.use(index, turned(at(1), angle, random.between(0.92, 1.08)))
    )
  })
  return straps.kept + heads.kept + culms.join('')
}

export const grainShape = (ear: string) =>
  ['tail', 'broom', 'drooping'].includes(ear) ? 'round' : ear === 'maize' ? 'tear' : 'grain'
