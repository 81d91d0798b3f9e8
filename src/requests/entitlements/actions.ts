import type { Context } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, isAdministrator, signedIn } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import type { Signer } from '../../core/signing.ts'
import { actorById } from '../../people/accounts/actions/actor.ts'
import type { EntitlementFilter } from './model.ts'
import { listEntitlements, visasOf } from './queries.ts'
import { keysPath, visaOf } from './rules.ts'
import { entitlementWords as words } from './words.ts'

/** What the viewer may take by approved requests, or what was given by those for whom they decide. */
export async function searchEntitlements(ctx: Context, asked: Paging & EntitlementFilter) {
  allowReading(ctx)
  return listEntitlements(ctx.db, { viewer: ctx.actor, now: ctx.now() }, asked)
}

/** What a person may take now, as signed visas; for themself and for administrators. */
export async function getPassport(ctx: Context, personId: string, signer: Signer) {
  if (signedIn(ctx).personId !== personId && !isAdministrator(ctx.actor))
    throw new Problem('forbidden', words.notTheirs)
  const holder = isId(personId)
    ? await actorById(ctx.db, personId, { type: 'token', scopes: [] })
    : undefined
  if (!holder) throw new Problem('not-found', words.noPerson)
  const now = ctx.now()
  const { baseUrl } = ctx
  const header = { typ: 'vnd.ga4gh.visa+jwt', jku: baseUrl + keysPath }
  const grants = await visasOf(ctx.db, holder, now)
  const visas = grants.map((grant) => visaOf(grant, { baseUrl, personId: holder.personId, now }))
  return {
    ga4gh_passport_v1: await Promise.all(visas.map(async (visa) => signer.sign(header, visa))),
  }
}
