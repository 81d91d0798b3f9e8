import type { Images } from '../core/ports.ts'
import { Problem } from '../core/problem.ts'
import { words } from './words.ts'

const refuse = (): never => {
  throw new Problem('unavailable', words.picturesElsewhere)
}

/** A Worker cannot make pictures: it shows pictures, and leaves making them to a Node process. */
export const noImages: Images = {
  inspect: async () => refuse(),
  verify: async () => refuse(),
  derive: refuse,
  impression: async () => refuse(),
}
