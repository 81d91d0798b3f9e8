import { type Context as HonoContext, Hono } from 'hono'
import type { Text } from '../../core/text.ts'
import { defaultZone } from '../../core/time.ts'
import { dayInWords } from '../../core/wall-clock.ts'
import type { Columns } from '../../web/columns.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledWith } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { samplePaths } from '../words/paths.ts'
import {
  correctWithdrawal,
  getWithdrawing,
  objectionToCorrection,
  searchOutstanding,
  withdrawDonor,
} from './actions.ts'
import {
  CorrectionAnswer,
  correctionForm,
  OutstandingAnswer,
  WithdrawalAnswer,
  withdrawalForm,
} from './model.ts'
import { standingNames, withdrawalWords as words } from './words.ts'

type C = HonoContext<Env>
type Row = Awaited<ReturnType<typeof searchOutstanding>>['items'][number]
const tag = 'samples'
const path = '/donors/:id/withdrawal'

const columns: Columns<Row> = {
  code: { label: words.code, code: ({ code }) => code, href: ({ id }) => samplePaths.sample(id) },
  standing: {
    label: words.standing,
    state: ({ standing }) => ({
      tone: standing === 'reserved' ? 'note' : 'caution',
      text: standingNames[standing],
    }),
  },
  request: {
    label: words.request,
    code: ({ request }) => request.number,
    href: ({ request }) => samplePaths.request(request.id),
  },
  requester: { label: words.requester, text: ({ requester }) => requester.name },
  institution: { label: words.institution, text: ({ institution }) => institution?.name ?? null },
  since: { label: words.since, moment: ({ since }) => since },
}

const outstanding = list({
  path: '/donors/:id/outstanding-samples',
  tag,
  summary: 'Samples of a donor that are reserved for requests, on loan or shipped; for staff',
  refuses: [401],
  title: words.outstanding,
  empty: { title: words.none },
  item: OutstandingAnswer,
  filters: noFilters,
  query: searchOutstanding,
  columns,
})

const withdrawal = write({
  path,
  tag,
  summary: 'A donor withdraws: blocks all of their samples, derived and pooled ones too',
  refuses: [409],
  form: withdrawalForm,
  result: WithdrawalAnswer,
  does: withdrawDonor,
  flash: (_, { blocked }) => words.done(blocked),
  next: ({ id }) => samplePaths.withdrawal(id),
  page: (c, form) => withdrawalPage(c, form),
})

const correction = write({
  path: `${path}/correction`,
  tag,
  summary: 'A withdrawal was recorded by mistake: what it alone blocked may be used again',
  refuses: [409],
  form: correctionForm,
  result: CorrectionAnswer,
  does: correctWithdrawal,
  flash: (_, { unblocked }) => words.corrected(unblocked),
  next: ({ id }) => samplePaths.withdrawal(id),
  page: (c, form) => withdrawalPage(c, form),
})

const pages = new Hono<Env>().get(path, (c) => withdrawalPage(c))

/** The withdrawal of a donor, and what of theirs is out. */
export const { api: withdrawalRoutes, pages: withdrawalPages } = surfaces(
  outstanding,
  withdrawal,
  correction,
  { pages },
)

async function withdrawalPage(c: C, form?: Filled) {
  const id = c.req.param('id') ?? ''
  const donor = await getWithdrawing(c.var.ctx, id)
  const objection = await objectionToCorrection(c.var.ctx, donor)
  return page(
    c,
    {
      title: words.withdrawal(donor.code),
      crumbs: [
        {
          text: { zh: donor.titleZh, en: donor.titleEn },
          href: paths.record(donor.recordId),
        },
        { text: { zh: donor.code, en: donor.code }, href: samplePaths.donor(donor.id) },
      ],
      status: form?.status ?? 200,
    },
    <>
      {donor.withdrawnAt ? (
        <>
          <Local as="p" text={words.withdrawn(dayInWords(donor.withdrawnAt, defaultZone))} />
          <Correction donor={donor} form={form} objection={objection} />
        </>
      ) : (
        <>
          <Local as="p" text={words.about} />
          <EntityForm
            of={withdrawalForm}
            form={form ?? filledWith()}
            action={samplePaths.withdrawal(donor.id)}
            submit={words.withdraw}
            look="danger"
          />
        </>
      )}
      {await outstanding.view(c, { of: { id: donor.id } })}
    </>,
  )
}

type Correcting = {
  donor: { id: string }
  form: Filled | undefined
  /** Why it is not corrected any more. */
  objection: Text | undefined
}

/** Taking back a record that was made by mistake; folded away, for it is rare. */
const Correction = ({ donor: { id }, form, objection }: Correcting) =>
  objection ? (
    <Local as="p" class="quiet" text={objection} />
  ) : (
    <details class="add-more" open={form !== undefined}>
      <Local as="summary" text={words.correct} />
      <Local as="p" text={words.correctAbout} />
      <EntityForm
        of={correctionForm}
        form={form ?? filledWith()}
        action={`${samplePaths.withdrawal(id)}/correction`}
        submit={words.correct}
        look="danger"
      />
    </details>
  )
