import type { Context as HonoContext } from 'hono'
import { keepsRecord, type Belonging } from '../../catalog/records/rules/record.ts'
import { Section } from '../../web/components/navigation.tsx'
import { SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { Local } from '../../web/lang.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { datasetPaths } from '../words/paths.ts'
import { embargoOf, liftEmbargo } from './actions.ts'
import { embargoWords as words } from './words.ts'

const lifting = write({
  path: '/datasets/:dataset/embargo-lifting',
  tag: 'datasets',
  summary: 'Lift the embargo of a dataset now',
  refuses: [409],
  does: async (ctx, _, { dataset }) => liftEmbargo(ctx, { dataset }),
  at: '/records/:dataset/access/embargo-lifting',
  flash: () => words.lifted,
  next: ({ dataset }) => datasetPaths.access(dataset),
})

export const { api: embargoRoutes, pages: embargoForms } = surfaces(lifting)

/** Until when files are held back, and the button that ends it for who keeps the dataset. */
export async function embargoPart(c: HonoContext<Env>, row: Belonging & { id: string }) {
  const embargo = await embargoOf(c.var.ctx, row.id)
  if (!embargo) return null
  return (
    <Section title={words.embargo} id="embargo">
      <Local as="p" text={embargo.until ? words.until(embargo.until) : words.open} />
      {keepsRecord(c.var.ctx.actor, row) && (
        <SmallForm
          action={`${datasetPaths.access(row.id)}/embargo-lifting`}
          text={words.lift}
          about={words.liftAbout}
        />
      )}
    </Section>
  )
}
