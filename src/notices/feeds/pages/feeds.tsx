import { signedIn } from '../../../core/permission.ts'
import { bothLanguages } from '../../../core/text.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { getInstrument } from '../../../instruments/actions.ts'
import { instrumentTitle } from '../../../instruments/rules/title.ts'
import type { Text } from '../../../core/text.ts'
import { Problem } from '../../../core/problem.ts'
import { getMe } from '../../../people/accounts/actions/people.ts'
import { accountPage } from '../../../people/accounts/pages/account-frame.tsx'
import { accountWords } from '../../../people/accounts/words/account.ts'
import { Copyable, Moment } from '../../../web/components/values.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { ActButton, type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import {
  type FeedRow,
  instrumentsToFollow,
  makeFeed,
  myFeeds,
  revokeFeed,
} from '../actions/feeds.ts'
import { NewFeed } from '../model.ts'
import { feedName } from '../rules/feeds.ts'
import { feedWords as words } from '../words.ts'

type C = HonoContext<Env>
const here = paths.feeds

/** My calendar feeds: made, shown once, revoked. */
export const feedPages = new Hono<Env>()
  .get(here, async (c) => {
    signedIn(c.var.ctx)
    const instrument = c.req.query('instrument')
    return feedsPage(c, filledWith({ what: instrument ? `instrument:${instrument}` : 'person' }))
  })
  .post(here, (c) =>
    submitted(
      c,
      async (form) => {
        const { url } = await makeFeed(c.var.ctx, wishIn(form.value('what')))
        return feedsPage(c, filledWith({ what: 'person' }), url)
      },
      (form) => feedsPage(c, form),
    ),
  )
  .post(`${here}/:id/revocation`, async (c) => {
    await revokeFeed(c.var.ctx, c.req.param('id'))
    setFlash(c, words.revoked)
    return c.redirect(here, 303)
  })

/** `person`, `lab:<id>`, `instrument:<id>`: one choice says it all. */
function wishIn(what: string): NewFeed {
  const [kind = '', id = ''] = what.split(':', 2)
  const parsed = NewFeed.safeParse(kind === 'person' ? { kind } : { kind, [kind]: id })
  if (!parsed.success)
    throw new Problem('invalid', words.choose, {
      issues: [{ path: 'what', message: words.choose }],
    })
  return parsed.data
}

async function feedsPage(c: C, form: Filled, made?: string) {
  const feeds = await myFeeds(c.var.ctx)
  return accountPage(
    c,
    { text: accountWords.feeds, lead: words.lead, status: form.status },
    <>
      {made && <Made url={made} />}
      <Section title={words.feeds}>
        {feeds.length === 0 ? (
          <Empty title={words.none} icon="calendar" />
        ) : (
          <div class="feeds">
            <FeedList feeds={feeds} />
            <p class="small quiet">
              <Local text={words.lost} />
            </p>
          </div>
        )}
      </Section>
      <Section title={words.make}>
        <FeedForm form={form} choices={await choicesFor(c, form)} />
      </Section>
    </>,
  )
}

function Made({ url }: { url: string }) {
  const t = useText()
  return (
    <section class="entry-demo tone-note feed-made" role="status">
      <p>{t(words.made)}</p>
      <Copyable id="feed">
        <code>{url}</code>
      </Copyable>
      <p>
        <a href={url.replace(/^https?:/, 'webcal:')}>{t(words.openCalendar)}</a>
      </p>
    </section>
  )
}

type Choice = { value: string; label: Text }

const FeedForm = ({ form, choices }: { form: Filled; choices: readonly Choice[] }) => (
  <Form action={here} form={form} submit={words.makeButton} labels={{ what: words.what }}>
    <FormField
      type="select"
      name="what"
      label={words.what}
      hint={words.whatHint}
      value={form.value('what')}
      error={form.error('what')}
      choices={choices}
      required
    />
  </Form>
)

/** Mine, my labs', instruments that I booked lately, and the one that a link names. */
async function choicesFor(c: C, form: Filled): Promise<Choice[]> {
  const { ctx } = c.var
  const { labs } = await getMe(ctx)
  const recent = await instrumentsToFollow(ctx)
  const named = /^instrument:(.+)$/.exec(form.value('what'))?.[1]
  const isNew = named !== undefined && !recent.some(({ id }) => id === named)
  const instruments = isNew ? [await getInstrument(ctx, named), ...recent] : recent
  return [
    { value: 'person', label: words.mine },
    ...labs.map(({ lab: { id, name } }) => ({
      value: `lab:${id}`,
      label: words.ofLab(bothLanguages(name)),
    })),
    ...instruments.map(({ id, titleZh, titleEn }) => ({
      value: `instrument:${id}`,
      label: words.ofInstrument(instrumentTitle({ titleZh, titleEn })),
    })),
  ]
}

const FeedList = ({ feeds }: { feeds: readonly FeedRow[] }) => (
  <ul class="told">
    {feeds.map((feed) => (
      <li>
        <span>
          <Local text={feedName(feed)} />
          <span class="small quiet">
            <Local text={words.madeOn} /> <Moment when={feed.createdAt} />
          </span>
        </span>
        <Revoke feed={feed} />
      </li>
    ))}
  </ul>
)

function Revoke({ feed }: { feed: FeedRow }) {
  const t = useText()
  return (
    <ActButton
      action={`${here}/${feed.id}/revocation`}
      text={words.revoke}
      look="danger"
      label={t(words.revokeOf(feedName(feed)))}
    />
  )
}
