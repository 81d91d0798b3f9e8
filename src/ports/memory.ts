/** By name, as digests do: a Worker has no such collector, and is given none. */
const platform: Partial<Pick<NodeJS.Process, 'getBuiltinModule'>> | undefined = globalThis.process

let collect: NodeJS.GCFunction | undefined
let passedBytes = 0
const [youngEveryBytes, allEveryBytes] = [1024 ** 2, 256 * 1024 ** 2]

/**
 * Keeps a serving process small from now on: gives back what starting took beyond what is kept, 40 of 200 MB in a quarter
 * of a second, clears up when old objects have grown by a tenth, and lets {@link notePassing} clear up. V8 shows its
 * collector to contexts that are made while this flag is set.
 */
export function keepMemorySmall(): void {
  const v8 = platform?.getBuiltinModule?.('node:v8')
  const vm = platform?.getBuiltinModule?.('node:vm')
  v8?.setFlagsFromString('--heap-growing-percent=10')
  v8?.setFlagsFromString('--expose-gc')
  collect = vm?.runInNewContext('gc')
  v8?.setFlagsFromString('--no-expose-gc')
  collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/**
 * Counts bytes that pass through. After every 1 MiB young objects are cleared up, which takes 1 ms, and after every
 * 256 MiB all, which takes 0.3 s: the memory of streams is outside of V8's heap, and by itself V8 lets 100 MB of it
 * lie before it looks.
 */
export function notePassing(bytes: number): void {
  const before = passedBytes
  passedBytes += bytes
  const isPassed = (every: number) => Math.floor(before / every) < Math.floor(passedBytes / every)
  if (isPassed(allEveryBytes)) collect?.({ type: 'major', execution: 'sync' })
  else if (isPassed(youngEveryBytes)) collect?.({ type: 'minor', execution: 'sync' })
}
