import type { IdentifierRow } from '../../catalog/identifiers/actions/keep.ts'
import { registryStateOf, type Told } from '../../catalog/identifiers/rules.ts'
import type { Context } from '../../core/context.ts'
import { RegistryError } from '../../core/registries.ts'
import { describe } from '../described/actions.ts'
import { cstrMetadata } from './rules/cstr.ts'
import { doiMetadata } from './rules/doi.ts'

/** Tells a registry how an identifier stands now, with what everybody may read of its record. */
export async function tellOf(ctx: Context, row: IdentifierRow): Promise<Told | 'released'> {
  const registry = ctx.registries?.[row.scheme]
  if (!registry) throw new RegistryError('unconfigured', '')
  const { value, record, kind } = row
  const as = registryStateOf(row)
  if (as === 'released' || as === 'reserved') {
    await registry.tell({ value, as })
    return as
  }
  if (!record || !kind) throw new RegistryError('not_described', '')
  const address = `${ctx.baseUrl}/records/${record.id}`
  // What is not for everybody any more is only marked: nothing new is told of it.
  if (row.audience !== 'public') await registry.tell({ value, as: 'withdrawn', address, kind })
  else {
    const metadata = await metadataOf(ctx, row, record.id)
    await registry.tell({ value, as, address, kind, metadata })
  }
  return as
}

/** As a guest reads it, in the words of the registry. */
async function metadataOf(ctx: Context, { scheme }: IdentifierRow, id: string): Promise<object> {
  const described = await describe({ ...ctx, actor: { type: 'anonymous' } }, id, { maxFiles: 0 })
  return scheme === 'cstr' ? cstrMetadata(described) : doiMetadata(described)
}
