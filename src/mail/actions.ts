import { allowAdministratorToRead } from '../core/permission.ts'
import { isId } from '../core/shapes.ts'
import type { Context } from '../core/context.ts'
import type { Trx } from '../core/database.ts'
import type { Letter } from '../core/ports.ts'
import type { Lang, Text } from '../core/text.ts'
import type { Paging } from '../core/paging.ts'
import { Problem } from '../core/problem.ts'
import { isoOf } from '../core/time.ts'
import type { Fact, NotedFact, NotedLetter } from './model.ts'
import { deleteMailBefore, findMail, insertMail, listMail } from './queries.ts'
import { isPlainAddress, oneLine } from './rules.ts'
import { mailWords } from './words.ts'

export type NewLetter = {
  to: string
  personId?: string | undefined
  lang: Lang
  subject: Text
  /** Plain text; what people typed goes in through `oneLine`. */
  body: Text
  attachments?: Letter['attachments']
}

/**
 * Writes a letter in the transaction of what it is about, and asks for it to be sent. Only what an account cannot do
 * without is written this way; whatever else people are told goes through {@link tellPeople}.
 */
export async function enqueueLetter(trx: Trx, ctx: Context, letter: NewLetter): Promise<void> {
  const { to, personId, lang, subject, body, attachments = [] } = letter
  if (!isPlainAddress(to)) throw new Error('A letter goes to one plain address.')
  const mailId = await insertMail(trx, {
    to_address: to,
    to_person_id: personId ?? null,
    subject: oneLine(subject[lang]),
    body: `${body[lang].trim()}\n\n-- \n${mailWords.signature(ctx.baseUrl)[lang]}\n`,
    attachments: JSON.stringify(attachments),
    created_at: ctx.now(),
  })
  await ctx.jobs.add(trx, 'send_mail', { mailId })
}

/**
 * Notes in the transaction of a fact that people are to be told of it. The job `tell_people` finds who they are and
 * writes to them, unless they switched such letters off.
 */
export const tellPeople = <Name extends NotedLetter>(trx: Trx, ctx: Context, fact: Fact<Name>) =>
  ctx.jobs.add(trx, 'tell_people', noted(ctx, fact))

/** The job's payload: a letter's own facts stay beside its name. */
const noted = <Name extends NotedLetter>(ctx: Context, fact: Fact<Name>) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Fact<Name>` is one of the union for every name
  ({ ...fact, factId: crypto.randomUUID(), at: isoOf(ctx.now()) }) as NotedFact

/** Letters are kept for three months. */
export const forgetOldLetters = (ctx: Context) =>
  deleteMailBefore(ctx.db, ctx.now().subtract({ hours: 90 * 24 }))

/** Letters, newest first. The demo's are everybody's to read; others' hold keys to accounts. */
export async function searchMail(ctx: Context, { demo, ...paging }: Paging & { demo: boolean }) {
  if (!demo) allowAdministratorToRead(ctx)
  return listMail(ctx.db, paging)
}

/** One letter with its text. */
export async function getMail(ctx: Context, { demo, id }: { demo: boolean; id: string }) {
  if (!demo) allowAdministratorToRead(ctx)
  const letter = isId(id) ? await findMail(ctx.db, id) : undefined
  if (!letter) throw new Problem('not-found', mailWords.noLetter)
  return letter
}
