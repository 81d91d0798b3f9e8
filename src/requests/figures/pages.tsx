import { Hono } from 'hono'
import type { Text } from '../../core/text.ts'
import type { InstitutionSection } from '../../people/institutions/pages.tsx'
import { operation } from '../../web/api.ts'
import { Section } from '../../web/components/navigation.tsx'
import { FieldList } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { formatYuan } from '../../web/format.ts'
import { Local } from '../../web/lang.tsx'
import { parsed } from '../../web/validate.ts'
import { CollectionAsked } from '../providers/model.ts'
import { figuresOf, getFigures } from './actions.ts'
import { FiguresAnswer } from './model.ts'
import { figureWords as words, workingDays } from './words.ts'

/** How soon providers answer, for everybody. */
export const figureRoutes = new Hono<Env>().get(
  '/request-providers/:institution/statistics',
  operation({
    summary: 'How soon an institution, or one of its collections, answers requests',
    tag: 'requests',
    answers: { 200: FiguresAnswer },
  }),
  parsed('query', CollectionAsked),
  async (c) => {
    const key = { institution: c.req.param('institution'), ...c.req.valid('query') }
    return c.json(await getFigures(c.var.ctx, key))
  },
)

const days = (label: Text, value: number | null) =>
  value === null ? [] : [{ label, value: <Local text={workingDays(value)} /> }]

/** What there is none of is left out. */
const some = (label: Text, value: number | string | null) => (value ? [{ label, value }] : [])

/** On the page of an institution that answered requests. */
export const figuresSection: InstitutionSection = async (c, institutionId) => {
  const figures = await figuresOf(c.var.ctx, { institutionId, collectionId: null })
  const { answered, medianDays, p90Days, reports, publications } = figures
  const amount = figures.contractFen > 0 ? formatYuan(figures.contractFen, c.var.ctx.lang) : null
  if (answered === 0) return null
  return (
    <Section title={words.title} id="requests">
      <FieldList
        fields={[
          { label: words.answered, value: answered },
          ...days(words.median, medianDays),
          ...days(words.p90, p90Days),
          { label: words.reports, value: reports },
          { label: words.publications, value: publications },
          ...some(words.patents, figures.patents),
          ...some(words.varieties, figures.varieties),
          ...some(words.derived, figures.derived),
          ...some(words.contracts, figures.contracts),
          ...some(words.contractTotal, amount),
        ]}
      />
      <Local as="p" class="quiet small" text={words.counted} />
    </Section>
  )
}
