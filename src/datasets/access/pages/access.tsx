import { type Context as HonoContext, Hono } from 'hono'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import type { Access } from '../../../catalog/records/model/record.ts'
import { readsWhole } from '../../../catalog/records/rules/record.ts'
import { accessNames } from '../../../catalog/records/words.ts'
import { allowReading } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import type { Env } from '../../../web/env.ts'
import { type Filled, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { embargoForms, embargoPart } from '../../embargo/pages.tsx'
import { makeLink } from '../../reviewers/actions.ts'
import { reviewerLinkForm } from '../../reviewers/model.ts'
import { linksPart, reviewerForms } from '../../reviewers/pages/links.tsx'
import { findNewestVersion } from '../../versions/actions.ts'
import { grantWords as words } from '../words.ts'
import { accessForms, grantsPart } from './grants.tsx'

type C = HonoContext<Env>
type Filling = { grant?: Filled; link?: Filled; address?: string }

/** Where who is responsible for a dataset decides who gets its files. */
export const accessPages = new Hono<Env>()
  .get('/records/:dataset/access', (c) => accessPage(c, c.req.param('dataset')))
  .post('/records/:dataset/access/reviewer-links', (c) => {
    const dataset = c.req.param('dataset')
    return submitted(
      c,
      async ({ typed }) => {
        const input = parseOrRefuse(reviewerLinkForm.schema, reviewerLinkForm.read(typed))
        const { address } = await makeLink(c.var.ctx, input, { dataset })
        return accessPage(c, dataset, { address })
      },
      (link) => accessPage(c, dataset, { link }),
    )
  })
  .route(
    '/',
    accessForms((c, grant) => accessPage(c, c.req.param('dataset') ?? '', { grant })),
  )
  .route('/', reviewerForms)
  .route('/', embargoForms)

async function accessPage(c: C, dataset: string, filling: Filling = {}) {
  const { ctx } = c.var
  allowReading(ctx)
  const { row } = await getRecord(ctx, dataset, 'dataset')
  const [decides, responsible] = [isStaffOf(ctx.actor, row), readsWhole(ctx.actor, row)]
  if (!decides && !responsible) throw new Problem('forbidden', words.notStaff)
  const title = eitherOf({ zh: row.titleZh, en: row.titleEn })
  return page(
    c,
    {
      title: words.accessTo(title),
      crumb: words.access,
      lead: words.lead(accessNames[row.access]),
      crumbs: [{ text: title, href: paths.record(row.id) }],
      status: statusOf(filling),
    },
    <>
      {await embargoPart(c, row)}
      {decides && (await granting(c, row, filling))}
      {responsible && (await linking(c, row.id, filling))}
    </>,
  )
}

const statusOf = ({ grant, link }: Filling) => (grant ?? link)?.status ?? 200

const granting = async (
  c: C,
  { id, access }: { id: string; access: Access },
  { grant }: Filling,
) => (
  <>
    {access !== 'on_request' && <Local as="p" class="quiet" text={words.onlyOnRequest} />}
    {await grantsPart(c, id, grant)}
  </>
)

async function linking(c: C, id: string, { link: form, address }: Filling) {
  const newest = await findNewestVersion(c.var.ctx, id)
  return linksPart(c, id, { form, address, newest: newest?.number ?? 1 })
}

function eitherOf({ zh, en }: LocalText): Text {
  const either = zh ?? en ?? ''
  return { zh: zh ?? either, en: en ?? either }
}
