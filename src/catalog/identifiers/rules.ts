import type { RegistryScheme } from '../../core/registries.ts'

/** GB/T 32843-2016: registrant, type of resource, and what the registrant chose. */
const cstrShape = /^[a-z0-9]{5}\.\d{2}\..+$/
const doiShape = /^10\.\d{4,9}(?:\.\d+)*\/.+$/

const digits = 8

/** An identifier of this service: digits alone say nothing that could ever become wrong. */
export const mintedValue = (scheme: RegistryScheme, prefix: string, no: number): string =>
  scheme === 'cstr'
    ? `${prefix}.${String(no).padStart(digits, '0')}`.toLowerCase()
    : `${prefix}/hexi.${String(no).padStart(digits, '0')}`

/**
 * What somebody wrote behind `/pid/`, as it is compared: `CSTR:31253.11.…`, `doi:10.…`, or the address of a resolver.
 * Both schemes have no upper and lower case. Undefined where it is neither.
 */
export function readPid(text: string): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/{1,2}(?:(?:dx\.)?doi\.org|(?:www\.)?cstr\.cn|identifiers\.org)\//, '')
    .replace(/^(?:cstr|doi):\s*/, '')
  return cstrShape.test(plain) || doiShape.test(plain) ? plain : undefined
}

export type Told = 'reserved' | 'registered' | 'withdrawn'

type Standing = {
  /** Null: the record is gone. */
  visibility: string | null
  audience: string | null
  told: Told | null
}

/** What a registry should know of an identifier, by how its record stands. */
export function registryStateOf({ visibility, audience, told }: Standing): Told | 'released' {
  if (visibility === null) return 'released'
  if (visibility === 'draft') return 'reserved'
  // What is not for everybody is not told to anybody; what was told before is marked as gone.
  if (audience !== 'public') return told === null || told === 'reserved' ? 'reserved' : 'withdrawn'
  return visibility === 'withdrawn' ? 'withdrawn' : 'registered'
}
