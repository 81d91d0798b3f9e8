import type { Context } from '../../core/context.ts'
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

/** Labs by their institutions, to choose one from; the first 200. */
export async function labChoices(ctx: Context): Promise<Choice[]> {
  const { items } = await searchLabs(ctx, { limit: 200 })
  return items.map(({ id, name, institution }) => ({
    value: id,
    label: name,
    group: institution.name,
  }))
}
