import { describe } from 'vitest'
import { signedAddresses } from './objects/addresses.ts'
import { hostileKeys } from './objects/keys.ts'
import { uploadsInParts } from './objects/parts.ts'
import { ranges } from './objects/ranges.ts'
import type { StoreUnderTest } from './objects/store.ts'
import { wholeObjects } from './objects/whole.ts'

/** What every object store has to do, whatever it stores on. */
export function objectsContract(name: string, open: () => StoreUnderTest): void {
  describe(`${name} keeps the contract`, () => {
    wholeObjects(open)
    ranges(open)
    signedAddresses(open)
    uploadsInParts(open)
    hostileKeys(open)
  })
}
