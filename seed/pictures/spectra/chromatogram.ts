import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, mix, night, paper, red, violet } from '../palette.ts'
import { fill, ground, line, path, type Point, spread, times, width } from '../svg.ts'
import { peaksOf, trace } from './shared.ts'

/** Many runs behind one another: every line a chromatogram. */
export const chromatogram: Motif = (random) => {
  const ramp = random.pick([
    [blue[5], blue[3], green[2], loess[1]],
    [violet[5], red[3], loess[2], loess[1]],
    [green[5], green[3], loess[2], paper[2]],
  ])
  const peaks = peaksOf(random, 16, [0.005, 0.018])
  const count = 15
  const runs = times(count, (run) => {
    const drift = run * 0.0016
    const changed = peaks.map((peak) => ({
      ...peak,
      at: peak.at + drift,
      high: peak.high * random.between(0.45, 1.15),
    }))
    const base = 360 + run * 54
    const points = spread(-0.01, 1.01, 190).map((x): Point => [
      x * width,
      base - trace(changed, x) * 300,
    ])
    const colour = along(ramp, run / (count - 1))
    const edge = `${fill(colour)} stroke="${mix(colour, '#ffffff', 0.45)}" stroke-width="3"`
    return path(`${line(points)}V1220H-20Z`, edge)
  })
  return [ground(mix(ramp[0] ?? ink[3], night[3], 0.55)), ...runs].join('')
}
