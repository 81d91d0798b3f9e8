import type { Context } from '../../core/context.ts'
import { allowReading, isAdministrator } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { defaultZone, Temporal } from '../../core/time.ts'
import { curatesAnything, managesInstitution } from '../../people/roles/rules.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import type { MaterialReport } from './model.ts'
import { listCollections, listRecipients } from './queries.ts'

type Asked = { year?: number | undefined; institution?: string | undefined }

/** The yearly report of human material: exact, and so for who keeps the collections alone. */
export async function materialReport(
  ctx: Context,
  { year, institution }: Asked,
): Promise<MaterialReport> {
  allowReading(ctx)
  const { actor } = ctx
  if (institution !== undefined && !managesInstitution(actor, institution))
    throw new Problem('forbidden', refusalWords.managersOnly)
  if (!isAdministrator(actor) && !curatesAnything(actor))
    throw new Problem('forbidden', refusalWords.curatorsOnly)
  const asked = year ?? ctx.now().toZonedDateTimeISO(defaultZone).year
  const scope = {
    actor,
    institution,
    year: asked,
    from: startOf(asked),
    before: startOf(asked + 1),
  }
  const [collections, recipients] = await Promise.all([
    listCollections(ctx.db, scope),
    listRecipients(ctx.db, scope),
  ])
  return { year: asked, institution: institution ?? null, collections, recipients }
}

const startOf = (year: number): Temporal.Instant =>
  Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(defaultZone).toInstant()
