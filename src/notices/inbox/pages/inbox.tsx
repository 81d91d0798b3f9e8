import { Local } from '../../../web/lang.tsx'
import { type Context as HonoContext, Hono } from 'hono'
import type { Actor } from '../../../core/actor.ts'
import { signedIn } from '../../../core/permission.ts'
import { isStaffOfAny } from '../../../instruments/rules/standing.ts'
import { forEachLetter, letterGroups, letterKinds, type LetterName } from '../../../letters.ts'
import { accountPage } from '../../../people/accounts/pages/account-frame.tsx'
import { accountWords } from '../../../people/accounts/words/account.ts'
import { operation } from '../../../web/api.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { submitted } from '../../../web/forms.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { paths } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { write } from '../../../web/write.tsx'
import { columnWords, editWords } from '../../../web/words.ts'
import { chooseLetters, myInbox, myLetters, myNotices, readNotices } from '../actions.ts'
import { type Letters, NoticeAnswer, Preferences, Reading, Unread } from '../model.ts'
import { noticeWords as words } from '../words.ts'

const tag = 'people'
const here = paths.notices

const notices = list({
  path: '/notifications',
  tag,
  summary:
    'What I was told, newest first; also what I switched the letters off for. `unread` counts what I have not read',
  refuses: [401],
  title: words.told,
  empty: { title: words.empty },
  item: NoticeAnswer,
  filters: noFilters,
  query: myNotices,
  columns: {
    subject: { label: words.subject, text: ({ subject }) => subject, href: ({ path }) => path },
    readAt: {
      label: columnWords.state,
      text: ({ readAt }) => (readAt === null ? words.isNew : words.isRead),
    },
    occurredAt: { label: words.occurredAt, moment: ({ occurredAt }) => occurredAt },
    byLetter: { label: words.byLetter, yesNo: ({ byLetter }) => byLetter },
  },
})

const reading = write({
  path: '/notifications/reading',
  tag,
  summary: 'Note that I read these, or all that I was told until a revision, or all',
  form: { schema: Reading, read: (typed) => ({ until: Number(typed['until']?.[0]) }) },
  result: Unread,
  does: readNotices,
  at: `${here}/reading`,
  next: () => here,
})

/** What I was told, and which letters I want. */
export const noticeRoutes = new Hono<Env>()
  .route('/', notices.api)
  .route('/', reading.api)
  .get(
    '/me/notices',
    operation({
      summary: 'Which letters I want',
      tag,
      answers: { 200: Preferences },
      refuses: [401],
    }),
    async (c) => c.json({ letters: await myLetters(c.var.ctx) }),
  )
  .put(
    '/me/notices',
    operation({
      summary: 'Choose which letters I want; those not named are wanted',
      tag,
      answers: { 200: Preferences },
    }),
    parsed('json', Preferences),
    async (c) => c.json({ letters: await chooseLetters(c.var.ctx, c.req.valid('json').letters) }),
  )

export const noticePages = new Hono<Env>()
  .route('/', reading.pages)
  .get(here, (c) => lettersPage(c))
  .post(here, (c) =>
    submitted(
      c,
      async (form) => {
        const { ctx } = c.var
        const before = await myLetters(ctx)
        const chosen = forEachLetter((kind) =>
          isOffered(kind, ctx.actor) ? form.value(kind) !== '' : before[kind],
        )
        await chooseLetters(ctx, chosen)
        setFlash(c, editWords.saved)
        return c.redirect(here, 303)
      },
      () => lettersPage(c),
    ),
  )

async function lettersPage(c: HonoContext<Env>) {
  const actor = signedIn(c.var.ctx)
  const letters = await myLetters(c.var.ctx)
  // Asked first: what is told meanwhile is not taken for read.
  const inbox = await myInbox(c.var.ctx)
  const told = await notices.view(c, {})
  return accountPage(
    c,
    { text: accountWords.notices, lead: words.lead },
    <>
      <Section title={words.told} more={{ text: words.which, href: '#letters' }}>
        <ReadAll {...inbox} />
        {told}
      </Section>
      <Section id="letters" title={words.which}>
        <LettersForm letters={letters} actor={actor} email={actor.email} />
      </Section>
    </>,
  )
}

/** By itself where scripts run. */
const ReadAll = ({ unread, revision }: { unread: number; revision: number }) =>
  unread > 0 && (
    <hexi-seen data-until={revision}>
      <form method="post" action={`${here}/reading`}>
        <input type="hidden" name="until" value={revision} />
        <Button dense text={words.readAll} />
      </form>
    </hexi-seen>
  )

/** Who decides about nothing has no use for the letters to staff. */
const isOffered = (kind: LetterName, actor: Actor): boolean =>
  !letterKinds[kind].forStaff || isStaffOfAny(actor)

function LettersForm({ letters, actor, email }: { letters: Letters; actor: Actor; email: string }) {
  return (
    <form class="stacked-form" method="post" action={here}>
      <Local as="p" class="quiet" text={words.toAddress(email)} />
      {letterGroups.map((group) => (
        <fieldset class="rows-field letter-group">
          <Local as="legend" class="field-label" text={group.title} />
          {group.letters
            .filter((kind) => isOffered(kind, actor))
            .map((kind) => (
              <FormField
                type="checkbox"
                name={kind}
                checked={letters[kind]}
                label={letterKinds[kind].name}
                hint={letterKinds[kind].hint}
              />
            ))}
        </fieldset>
      ))}
      <div class="form-actions">
        <Button look="primary" text={editWords.save} />
      </div>
    </form>
  )
}
