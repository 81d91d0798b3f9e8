/** What a registry of identifiers is told of one of them; telling it the same twice is the same as once. */
export type RegistryEntry =
  | { value: string; as: 'reserved' }
  | { value: string; as: 'released' }
  | ({ value: string; as: 'registered'; metadata: object } & Landing)
  /** Without metadata, what the registry has of it stays. */
  | ({ value: string; as: 'withdrawn'; metadata?: object | undefined } & Landing)

/** Where it leads, and of which kind the record is. */
type Landing = { address: string; kind: string }

/** One registry of identifiers: what its numbers begin with, and how it is told of them. */
export type Registry = {
  /** Undefined where it has no template for records of this kind. */
  prefixFor(kind: string): string | undefined
  /** Throws a {@link RegistryError} where the registry did not take it. */
  tell(entry: RegistryEntry): Promise<void>
}

/** The registries that this installation has an account at. */
export type Registries = { readonly [Scheme in RegistryScheme]?: Registry | undefined }

export const registrySchemes = ['cstr', 'doi'] as const
export type RegistryScheme = (typeof registrySchemes)[number]

/** Why a registry did not take what it was told; `refused` is final until the record changes, the rest passes. */
export const registryFailures = [
  'unauthorised',
  'refused',
  'busy',
  'unavailable',
  'timeout',
  'unconfigured',
  'not_described',
] as const
export type RegistryFailure = (typeof registryFailures)[number]

export class RegistryError extends Error {
  readonly code: RegistryFailure
  readonly retryAfterSeconds: number | undefined

  /** `detail` is the registry's own, shortened. */
  constructor(code: RegistryFailure, detail: string, retryAfterSeconds?: number) {
    super(detail)
    this.name = 'RegistryError'
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}
