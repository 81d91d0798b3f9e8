import type { Context } from '../core/context.ts'
import type { JobPayloads, Mail } from '../core/ports.ts'
import type { NotedFact } from './model.ts'
import { findMail, markFailed, markSent } from './queries.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    send_mail: { mailId: string }
    /** Tells those concerned of a fact that some area noted. */
    tell_people: NotedFact
  }
}

type MailContext = Pick<Context, 'db' | 'now' | 'baseUrl'> & {
  /** Absent: no mail server is set up, and letters stay in the outbox. */
  mail?: Mail
}

/**
 * Sends one letter. One that was sent is not sent again, unless the process died between sending and noting it:
 * then it has the same Message-ID, by which mailboxes drop the second.
 */
export async function sendMail(
  { db, now, baseUrl, mail }: MailContext,
  { mailId }: JobPayloads['send_mail'],
): Promise<void> {
  const letter = mail && (await findMail(db, mailId))
  if (!letter || letter.sentAt) return
  try {
    await mail.send({
      to: letter.toAddress,
      subject: letter.subject,
      text: letter.body,
      attachments: letter.attachments,
      messageId: `<${letter.id}@${new URL(baseUrl).hostname}>`,
    })
  } catch (error) {
    const failure = error instanceof Error ? error.message.slice(0, 500) : 'unknown'
    await markFailed(db, mailId, { at: now(), failure })
    throw error
  }
  await markSent(db, mailId, now())
}
