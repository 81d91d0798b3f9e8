import { createTransport } from 'nodemailer'
import type { Letter, Mail } from '../core/ports.ts'

export type SmtpSettings = {
  /** `smtp://name:password@host:587` (STARTTLS where offered), `smtps://…` for TLS from the start. */
  url: string
  /** Sender, as `Hexi <no-reply@example.org>`. */
  from: string
}

export type SmtpMail = Mail & { close(): void }

/** Sends by SMTP over a small pool of connections. A failure throws; the job tries again later. */
export function openSmtpMail({ url, from }: SmtpSettings): SmtpMail {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
      // A letter is text: nothing in it may name a file or an address to be read.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return {
    async send({ to, subject, text, messageId, attachments = [] }) {
      await transport.sendMail({
        to: { name: '', address: to },
        subject,
        text,
        messageId,
        ...attached(attachments),
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}

/**
 * Attachments as they are; the only calendar of a letter is an alternative to its text too (RFC 6047), by which mail
 * programs know an invitation.
 */
function attached(attachments: NonNullable<Letter['attachments']>) {
  const [only] = attachments
  const method = attachments.length === 1 && only && calendarMethod(only.contentType)
  if (method) return { icalEvent: { method, filename: only.name, content: only.text } }
  return {
    attachments: attachments.map(({ name, contentType, text }) => ({
      filename: name,
      contentType,
      content: text,
    })),
  }
}

const calendarMethod = (contentType: string): string | undefined =>
  /^text\/calendar;(?:.*;)?\s*method=(\w+)/.exec(contentType)?.[1]
