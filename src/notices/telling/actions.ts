import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Period } from '../../core/periods.ts'
import { Temporal } from '../../core/time.ts'
import { staffToTell } from '../../instruments/actions.ts'
import { type LetterFacts, letterKinds, type LetterName } from '../../letters.ts'
import { enqueueLetter } from '../../mail/actions.ts'
import type { Fact, NotedFact } from '../../mail/model.ts'
import { curatorsToTell } from '../../people/roles/actions/roles.ts'
import { insertNotice, type Recipient, recipientsAmong } from './queries.ts'
import { tellingWords as words } from './words.ts'

export type Telling<Name extends LetterName> = {
  letter: Name
  facts: LetterFacts[Name]
  people: readonly string[]
  /** What happened, and when: nobody is told of it twice. */
  factId: string
  occurredAt: Temporal.Instant
  instrumentId?: string | undefined
  /** With the times that it had then. */
  booking?: ({ id: string } & Period) | undefined
}

/** Tells people of a fact that an area noted. Done twice, it tells once. */
export async function tellOfFact(ctx: Context, noted: NotedFact): Promise<void> {
  const { to, at, booking, ...fact } = noted
  const told = {
    ...fact,
    occurredAt: Temporal.Instant.from(at),
    booking: booking && {
      id: booking.id,
      start: Temporal.Instant.from(booking.start),
      end: Temporal.Instant.from(booking.end),
    },
  }
  await transact(ctx, async (trx) => {
    await tell<LetterName>(trx, ctx, { ...told, people: await peopleIn(trx, to) })
  })
}

/**
 * The one road by which people are told: each of them who was not told before has it in the inbox, and by letter unless
 * they switched such letters off.
 */
export async function tell<Name extends LetterName>(
  trx: Trx,
  ctx: Context,
  telling: Telling<Name>,
): Promise<void> {
  for (const reader of await recipientsAmong(trx, telling.letter, telling.people)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await tellOne(trx, ctx, { ...telling, reader })
  }
}

async function tellOne<Name extends LetterName>(
  trx: Trx,
  ctx: Context,
  { letter: kind, facts, reader, ...told }: Telling<Name> & { reader: Recipient },
): Promise<void> {
  const { baseUrl } = ctx
  const { path, letter } = letterKinds[kind]
  const link = `${baseUrl}${path(facts)}`
  const { subject, body, attachments } = letter(facts, { link, baseUrl, reader })
  const isNew = await insertNotice(trx, {
    fact_id: told.factId,
    instrument_id: told.instrumentId ?? null,
    booking_id: told.booking?.id ?? null,
    booking_starts_at: told.booking?.start ?? null,
    booking_ends_at: told.booking?.end ?? null,
    person_id: reader.id,
    kind,
    subject_zh: subject.zh,
    subject_en: subject.en,
    path: path(facts),
    occurred_at: told.occurredAt,
    told_at: ctx.now(),
    by_letter: reader.wantsLetter,
  })
  if (!isNew || !reader.wantsLetter) return
  const { id: personId, email: to, lang } = reader
  const more = words.preferences(`${baseUrl}/account/notices`)
  await enqueueLetter(trx, ctx, {
    to,
    personId,
    lang,
    subject,
    body: { zh: `${body.zh}\n\n${more.zh}`, en: `${body.en}\n\n${more.en}` },
    attachments,
  })
}

async function peopleIn(trx: Trx, to: Fact['to']): Promise<readonly string[]> {
  if ('people' in to) return to.people
  if ('curatorsOf' in to) return curatorsToTell(trx, to.curatorsOf)
  const staff = await staffToTell(trx, to.staffOf)
  return staff.filter((id) => id !== to.except)
}
