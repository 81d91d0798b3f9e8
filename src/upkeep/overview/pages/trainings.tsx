import { type Context as HonoContext, Hono } from 'hono'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { enrolmentWords } from '../../enrolments/words.ts'
import { ownSection } from '../../qualifications/pages.tsx'
import { toCome } from '../../trainings/pages.tsx'
import { trainingWords } from '../../trainings/words.ts'
import { upkeepPaths } from '../../words/paths.ts'
import { trainingPageWords as words } from '../words.ts'

/** Trainings to enrol in, and what I hold. */
export const trainingsPage = new Hono<Env>().get(upkeepPaths.trainings, (c) => show(c))

const SignIn = () => (
  <ButtonLink
    look="primary"
    href={withQuery(paths.signIn, { next: upkeepPaths.trainings })}
    text={enrolmentWords.signIn}
  />
)

async function show(c: HonoContext<Env>) {
  const isKnown = c.var.ctx.actor.type === 'person'
  return page(
    c,
    { ...words, main: 'keeping', ...(!isKnown && { actions: <SignIn /> }) },
    <>
      <Section title={trainingWords.toCome}>{await toCome.view(c, {})}</Section>
      {isKnown && (await ownSection(c))}
    </>,
  )
}
