import { signedIn } from '../../core/permission.ts'
import { isStaffOfAny } from '../../instruments/rules/standing.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { PersonActor } from '../../core/actor.ts'
import { accountPage } from '../../people/accounts/pages/account-frame.tsx'
import { accountWords } from '../../people/accounts/words/account.ts'
import { Button } from '../../web/components/button.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { Moment } from '../../web/components/values.tsx'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { setFlash } from '../../web/flash.ts'
import { submitted } from '../../web/forms.tsx'
import { Local, useText } from '../../web/lang.tsx'
import { paths } from '../../web/paths.ts'
import { myNotices, type NoticeRow } from './actions/notices.ts'
import { chooseLetters, myLetters } from './actions/preferences.ts'
import { type Letters, type NoticeKind, noticeKinds } from './model.ts'
import { bookingInWords } from '../letters/rules.ts'
import { lettersWithout } from './rules.ts'
import { noticeHints, noticeNames, noticeWords as words } from './words.ts'
import { bookingPaths } from '../../bookings/words/paths.ts'

type C = HonoContext<Env>
const here = paths.notices
const shownNotices = 20

/** Which letters I want. */
export const noticePages = new Hono<Env>()
  .get(here, (c) => lettersPage(c))
  .post(here, (c) =>
    submitted(
      c,
      async (form) => {
        const { ctx } = c.var
        const before = await myLetters(ctx)
        const shown = kindsShownTo(signedIn(ctx))
        const off = noticeKinds.filter((kind) =>
          shown.includes(kind) ? form.value(kind) === '' : !before[kind],
        )
        await chooseLetters(ctx, lettersWithout(off))
        setFlash(c, words.saved)
        return c.redirect(here, 303)
      },
      () => lettersPage(c),
    ),
  )

async function lettersPage(c: C) {
  const actor = signedIn(c.var.ctx)
  const letters = await myLetters(c.var.ctx)
  const { items } = await myNotices(c.var.ctx, { limit: shownNotices })
  return accountPage(
    c,
    { text: accountWords.notices, lead: words.lead },
    <>
      <Section title={words.which}>
        <LettersForm letters={letters} email={actor.email} kinds={kindsShownTo(actor)} />
      </Section>
      <Section title={words.told}>
        {items.length === 0 ? (
          <p class="quiet">
            <Local text={words.toldNone} />
          </p>
        ) : (
          <ToldList items={items} />
        )}
      </Section>
    </>,
  )
}

/** Who decides about nothing is not asked for a yes. */
const kindsShownTo = (person: PersonActor): readonly NoticeKind[] =>
  isStaffOfAny(person) ? noticeKinds : noticeKinds.filter((kind) => kind !== 'approval_asked')

type FormProps = { letters: Letters; email: string; kinds: readonly NoticeKind[] }

function LettersForm({ letters, email, kinds }: FormProps) {
  const t = useText()
  return (
    <form class="stacked-form" method="post" action={here}>
      <p class="quiet">{t(words.toAddress(email))}</p>
      {kinds.map((kind) => (
        <FormField
          type="checkbox"
          name={kind}
          checked={letters[kind]}
          label={noticeNames[kind]}
          hint={noticeHints[kind]}
        />
      ))}
      <div class="form-actions">
        <Button look="primary">{t(words.save)}</Button>
      </div>
    </form>
  )
}

const ToldList = ({ items }: { items: readonly NoticeRow[] }) => (
  <ul class="told">
    {items.map((row) => (
      <li>
        <span>
          <a href={bookingPaths.booking(row.bookingId)}>
            <Local text={noticeNames[row.kind]} />
          </a>
          <span class="small quiet">
            <Local text={bookingInWords(row)} />
          </span>
        </span>
        <span class="small quiet">
          <Moment when={row.toldAt} />
        </span>
      </li>
    ))}
  </ul>
)
