import { identifiersFor } from '../../catalog/identifiers/actions/keep.ts'
import { refuseUnlessKept } from '../../catalog/records/actions/input.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import type { Context } from '../../core/context.ts'
import { describe, describeMany } from '../described/actions.ts'
import type { Described } from '../described/model.ts'
import { checkFair, pointsOf } from './rules.ts'

/** So many files say enough of all. */
const maxFiles = 50

/** How a record stands by the points of F-UJI, for who keeps it. */
export async function fairOf(ctx: Context, { record }: { record: string }) {
  const { row } = await getRecord(ctx, record)
  refuseUnlessKept(ctx.actor, row)
  const guest: Context = { ...ctx, actor: { type: 'anonymous' } }
  const [own, shown, { given }] = await Promise.all([
    describe(ctx, row.id, { maxFiles: 0 }),
    describeMany(guest, [row.id], { maxFiles }),
    identifiersFor(ctx, row),
  ])
  const visible = shown.get(row.id)
  // What the public sees counts; a draft is judged as what it will be.
  const one = visible ?? own
  const checks = checkFair({
    one,
    isPublic: visible !== undefined && visible.state === 'published',
    isRegistered: isRegistered(one, given),
    files: visible?.files ?? [],
  })
  const passed = checks.filter((check) => check.passed)
  return { points: pointsOf(passed), of: pointsOf(checks), checks }
}

type Given = { scheme: string; value: string; state: string }

/** One that we gave is, once its registry was told; of one from elsewhere, only the prefix for tests is known not to be. */
function isRegistered({ identifier }: Described, given: readonly Given[]): boolean {
  if (identifier.type === 'URL') return true
  const own = given.find(({ value }) => value === identifier.value.toLowerCase())
  return own ? own.state === 'registered' : !identifier.value.startsWith('10.5072/')
}
