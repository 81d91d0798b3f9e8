import { type Context as HonoContext, Hono } from 'hono'
import { defaultZone } from '../../../core/time.ts'
import { lastingInWords } from '../../../core/wall-clock.ts'
import { operation } from '../../../web/api.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import { Copyable } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { parsed } from '../../../web/validate.ts'
import { write } from '../../../web/write.tsx'
import { columnWords } from '../../../web/words.ts'
import { versionWords } from '../../versions/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import { type LinkRow, linksOf, makeLink, revokeLink } from '../actions.ts'
import { NewReviewerLinkAnswer, ReviewerLinkAnswer, reviewerLinkForm } from '../model.ts'
import { linkStateNames, reviewWords as words } from '../words.ts'

const tag = 'datasets'
const path = '/datasets/:dataset/reviewer-links'

const links = list({
  path,
  tag,
  refuses: [401, 403],
  summary: 'The reviewer links of a dataset; for who is responsible for it',
  title: words.links,
  empty: { title: words.none, text: words.noneText },
  item: ReviewerLinkAnswer,
  filters: noFilters,
  query: linksOf,
  columns: {
    note: { label: words.note, text: ({ note }) => note },
    version: { label: words.version, text: ({ version }) => versionWords.numbered(version) },
    state: { label: columnWords.state, state: ({ state }) => linkStateNames[state] },
    until: { label: words.until, text: ({ expiresAt }) => lastingInWords(expiresAt, defaultZone) },
    visits: { label: words.visits, number: ({ visits }) => visits },
    downloads: { label: words.downloads, number: ({ downloads }) => downloads },
    revoke: {
      label: columnWords.action,
      cell: (row) => row.state === 'valid' && <Revocation row={row} />,
    },
  },
})

const revocation = write({
  path: `${path}/:link/revocation`,
  tag,
  summary: 'Revoke a reviewer link',
  refuses: [409],
  result: ReviewerLinkAnswer,
  does: async (ctx, _, { dataset, link }) => revokeLink(ctx, { dataset, link }),
  at: '/records/:dataset/access/reviewer-links/:link/revocation',
  flash: () => words.revoked,
  next: ({ dataset }) => datasetPaths.access(dataset),
})

const { api, pages } = surfaces(links, revocation)

export const reviewerForms = pages
export const reviewerRoutes = new Hono<Env>().route('/', api).post(
  path,
  operation({
    summary: 'Make a reviewer link to a version; its address is shown this once',
    tag,
    answers: { 201: NewReviewerLinkAnswer },
    refuses: [409],
  }),
  parsed('json', reviewerLinkForm.schema),
  async (c) => {
    const made = await makeLink(c.var.ctx, c.req.valid('json'), { dataset: c.req.param('dataset') })
    c.set('shownOnce', true)
    return c.json(made, 201)
  },
)

type Opened = { form?: Filled | undefined; address?: string | undefined; newest: number }

/** Reviewer links, the form that makes one, and the address of the one just made. */
export const linksPart = async (
  c: HonoContext<Env>,
  dataset: string,
  { form, address, newest }: Opened,
) => (
  <Section title={words.links} id="reviewer-links">
    {address && (
      <section class="entry-demo tone-note" role="status">
        <Local as="p" text={words.made} />
        <Copyable id="review-link">
          <code>{address}</code>
        </Copyable>
      </section>
    )}
    {await links.view(c, { of: { dataset }, cursor: 'links' })}
    <details open={form !== undefined && form.status !== 200}>
      <Local as="summary" class="button button-plain" text={words.make} />
      <EntityForm
        of={reviewerLinkForm}
        form={form ?? filledIn(reviewerLinkForm.open({ version: newest }))}
        action={`${datasetPaths.access(dataset)}/reviewer-links`}
        submit={words.make}
        scope="link"
      />
    </details>
  </Section>
)

const Revocation = ({ row: { id, recordId, note, version } }: { row: LinkRow }) => (
  <SmallForm
    action={`${datasetPaths.access(recordId)}/reviewer-links/${id}/revocation`}
    text={words.revoke}
    of={[...(note ? [note] : []), versionWords.numbered(version)]}
    look="danger"
    about={words.revokeAbout}
  />
)
