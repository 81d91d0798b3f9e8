/** Milliseconds of each answer, asked by so many readers, each of whom waits for an answer before the next question. */
export async function timesOf(
  answer: (path: string) => Promise<unknown>,
  paths: readonly string[],
  readers = 2,
): Promise<number[]> {
  const waiting = [...paths]
  const times: number[] = []
  const worker = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const started = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- one question after the other, in each worker
      await answer(path)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: readers }, worker))
  return times
}

const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other)

export const p95Of = (times: readonly number[]) =>
  sorted(times)[Math.ceil(times.length * 0.95) - 1] ?? 0

export const median = (values: readonly number[]) =>
  sorted(values)[Math.floor(values.length / 2)] ?? 0

/** Ratios are of the same round, so that a busy moment of the machine weighs on both. */
export const quotient = (above: readonly number[], below: readonly number[]) =>
  median(above.map((value, round) => value / (below[round] ?? value)))

export const ms = (value: number) => `${value.toFixed(1)} ms`
