import { type Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../core/context.ts'
import { signedIn } from '../../core/permission.ts'
import { getInstrument } from '../../instruments/actions.ts'
import { instrumentTitle } from '../../instruments/rules/title.ts'
import { getMe } from '../../people/accounts/actions/people.ts'
import { accountPage } from '../../people/accounts/pages/account-frame.tsx'
import { accountWords } from '../../people/accounts/words/account.ts'
import { operation } from '../../web/api.ts'
import { Copyable } from '../../web/components/values.tsx'
import type { Choice } from '../../web/components/form-field.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn, submitted } from '../../web/forms.tsx'
import { documented } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { parsed, parseOrRefuse } from '../../web/validate.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { instrumentsToFollow, makeFeed, myFeeds, revokeFeed } from './actions.ts'
import {
  FeedAnswer,
  feedForm,
  feedName,
  MadeFeedAnswer,
  NewFeed,
  newFeedIn,
  whatOf,
} from './model.ts'
import { feedWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'bookings'
const path = '/calendar-feeds'
const here = paths.feeds

const feeds = list({
  path,
  tag,
  summary: 'My calendar feeds',
  refuses: [401],
  title: words.feeds,
  empty: { title: words.none },
  item: FeedAnswer,
  filters: noFilters,
  query: myFeeds,
  columns: {
    what: { label: words.what, text: feedName },
    createdAt: { label: words.madeOn, moment: ({ createdAt }) => createdAt },
    action: {
      label: columnWords.action,
      cell: (feed) => (
        <SmallForm
          action={`${here}/${feed.id}/revocation`}
          text={words.revoke}
          look="danger"
          label={words.revokeOf(feedName(feed))}
          about={words.revokeAbout}
        />
      ),
    },
  },
})

const revocation = write({
  path: `${path}/:id`,
  method: 'delete',
  tag,
  summary: 'Revoke a calendar feed',
  does: (ctx, _, of) => revokeFeed(ctx, of),
  at: `${here}/:id/revocation`,
  flash: () => words.revoked,
  next: () => here,
})

const { api, pages } = surfaces(feeds, revocation)

/** Calendars of bookings that other programs read. A new one is answered with its address, which nothing else has. */
export const feedRoutes = new Hono<Env>().route('/', api).post(
  path,
  operation({
    summary: 'Make a calendar feed; its address is shown this once',
    description:
      'Of my bookings, of a lab of mine, or of an instrument that I may see. It is read without signing in, shows what I may see when it is read, and ends when it is revoked.',
    tag,
    answers: { 201: MadeFeedAnswer },
    refuses: [404, 409],
  }),
  parsed('json', NewFeed),
  async (c) => {
    const made = await makeFeed(c.var.ctx, c.req.valid('json'))
    c.set('shownOnce', true)
    return c.json(documented(MadeFeedAnswer, made), 201, { location: `${c.req.path}/${made.id}` })
  },
)

/** My calendar feeds: made, shown once, revoked. */
export const feedPages = new Hono<Env>()
  .get(here, (c) => {
    const instrument = c.req.query('instrument')
    return feedsPage(c, opened(instrument ? `instrument:${instrument}` : 'person'))
  })
  .post(here, (c) =>
    submitted(
      c,
      async (form) => {
        const { what } = parseOrRefuse(feedForm.schema, feedForm.read(form.typed))
        const { url } = await makeFeed(c.var.ctx, parseOrRefuse(NewFeed, newFeedIn(what).data))
        return feedsPage(c, opened('person'), url)
      },
      (form) => feedsPage(c, form),
    ),
  )
  .route('/', pages)

const opened = (what: string) => filledIn(feedForm.open({ what }))

async function feedsPage(c: C, form: Filled, made?: string) {
  signedIn(c.var.ctx)
  return accountPage(
    c,
    { text: accountWords.feeds, lead: words.lead, status: form.status },
    <>
      {made && <Made url={made} />}
      <Section title={words.feeds}>
        {await feeds.view(c, {})}
        <Local as="p" class="small quiet" text={words.lost} />
      </Section>
      <Section title={words.make}>
        <EntityForm
          {...{ of: feedForm, form, action: here, submit: words.makeButton }}
          choices={{ what: await feedChoices(c.var.ctx, form.value('what')) }}
        />
      </Section>
    </>,
  )
}

function Made({ url }: { url: string }) {
  return (
    <section class="entry-demo tone-note feed-made" role="status">
      <Local as="p" text={words.made} />
      <Copyable id="feed">
        <code>{url}</code>
      </Copyable>
      <p>
        <Local as="a" href={url.replace(/^https?:/, 'webcal:')} text={words.openCalendar} />
      </p>
    </section>
  )
}

/** Mine, my labs', instruments that I booked lately, and the one that is chosen already. */
async function feedChoices(ctx: Context, chosen: string): Promise<Choice[]> {
  const { labs } = await getMe(ctx)
  const recent = await instrumentsToFollow(ctx)
  const named = /^instrument:(.+)$/.exec(chosen)?.[1]
  const isNew = named !== undefined && !recent.some(({ id }) => id === named)
  const other = isNew ? await getInstrument(ctx, named) : undefined
  const instruments = [
    ...(other ? [{ id: other.id, name: instrumentTitle(other) }] : []),
    ...recent.map(({ id, title }) => ({ id, name: title })),
  ]
  return [
    { lab: null, instrument: null },
    ...labs.map(({ lab }) => ({ lab, instrument: null })),
    ...instruments.map((instrument) => ({ lab: null, instrument })),
  ].map((feed) => ({ value: whatOf(feed), label: feedName(feed) }))
}
