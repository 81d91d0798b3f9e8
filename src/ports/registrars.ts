import type { Config } from '../core/config.ts'
import type { Registries } from '../core/registries.ts'
import { cstrRegistry } from './registrar.cstr.ts'
import { doiRegistry } from './registrar.doi.ts'

/** The registries that are configured. */
export const registriesIn = ({ doi, cstr }: Pick<Config, 'doi' | 'cstr'>): Registries => ({
  ...(doi && { doi: doiRegistry(doi) }),
  ...(cstr && { cstr: cstrRegistry(cstr) }),
})
