/** The end of an axis above the largest value, with few round steps below it. */
export function axisFor(largest: number): { top: number; steps: readonly number[] } {
  if (largest <= 0) return { top: 1, steps: [0, 1] }
  const rough = largest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10)
  const count = Math.ceil(largest / step - 1e-9)
  return {
    top: step * count,
    steps: Array.from({ length: count + 1 }, (_, at) => Math.round(at * step * 1e6) / 1e6),
  }
}

/** A share as SVG wants it, at most two digits after the point. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`
