import type { Context } from '../../core/context.ts'
import type { Choice } from '../../web/components/form-choices.tsx'
import { chooseInstitution } from '../institutions/actions/institutions.ts'
import { searchLabs } from '../labs/actions/labs.ts'
import { managesInstitution } from '../roles/rules.ts'

/** The institutions that the actor keeps, to choose one from. */
export const managedInstitutionChoices = async (ctx: Context): Promise<Choice[]> =>
  (await chooseInstitution(ctx))
    .filter(({ id }) => managesInstitution(ctx.actor, id))
    .map(({ id, nameZh, nameEn }) => ({ value: id, label: { zh: nameZh, en: nameEn } }))

/** Labs by their institutions, to choose one from; the first 200. */
export async function labChoices(ctx: Context): Promise<Choice[]> {
  const { items } = await searchLabs(ctx, { limit: 200 })
  return items.map(({ id, nameZh, nameEn, institutionZh, institutionEn }) => ({
    value: id,
    label: { zh: nameZh, en: nameEn },
    group: { zh: institutionZh, en: institutionEn },
  }))
}
