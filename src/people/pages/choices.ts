import type { Context } from '../../core/context.ts'
import { isId } from '../../core/shapes.ts'
import type { Choice } from '../../web/components/form-field.tsx'
import { chooseInstitution } from '../institutions/actions.ts'
import { searchLabs } from '../labs/actions.ts'
import { chooseCollection } from '../roles/actions/roles.ts'
import { managesInstitution } from '../roles/rules.ts'

type Institution = Awaited<ReturnType<typeof chooseInstitution>>[number]
const choiceOf = ({ id, name }: Institution): Choice => ({ value: id, label: name })

/** All institutions, to choose one from. */
export const institutionChoices = async (ctx: Context): Promise<Choice[]> =>
  (await chooseInstitution(ctx)).map(choiceOf)

/** The institutions that the actor keeps, to choose one from. */
export const managedInstitutionChoices = async (ctx: Context): Promise<Choice[]> =>
  (await chooseInstitution(ctx)).filter(({ id }) => managesInstitution(ctx.actor, id)).map(choiceOf)

/** Collections by their institutions, to choose one from. */
export const collectionChoices = async (ctx: Context): Promise<Choice[]> =>
  (await chooseCollection(ctx)).map(({ id, title, institution }) => ({
    value: id,
    label: title,
    group: institution.name,
  }))

type Lab = Awaited<ReturnType<typeof searchLabs>>['items'][number]
const labChoiceOf = ({ id, name, institution }: Lab): Choice => ({
  value: id,
  label: name,
  group: institution.name,
})

/** So many labs are offered at once; where there are more, `FindLabs` narrows them. */
const mostLabs = 50

/** What is searched for among labs, and what the page has chosen already. */
type LabsSought = { sought?: string | undefined; chosen?: readonly (string | undefined)[] }

/** Labs by their institutions, to choose one from, those that were chosen among them; whether there are more. */
export async function labChoices(
  ctx: Context,
  { sought = '', chosen = [] }: LabsSought = {},
): Promise<{ labs: Choice[]; hasMore: boolean }> {
  const [found, known] = await Promise.all([
    searchLabs(ctx, { q: sought.slice(0, 200), limit: mostLabs }),
    ownLabChoices(ctx, chosen.filter((id) => id !== undefined).filter(isId)),
  ])
  const labs = found.items.map(labChoiceOf)
  const beside = known.filter(({ value }) => labs.every((lab) => lab.value !== value))
  return { labs: [...beside, ...labs], hasMore: found.next !== null }
}

/** These labs, to choose one from. */
export async function ownLabChoices(ctx: Context, ids: readonly string[]): Promise<Choice[]> {
  if (ids.length === 0) return []
  const { items } = await searchLabs(ctx, { ids, limit: ids.length })
  return items.map(labChoiceOf)
}
