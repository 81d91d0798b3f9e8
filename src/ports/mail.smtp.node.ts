import { createTransport } from 'nodemailer'
import type { Mail } from '../core/ports.ts'

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
        attachments: attachments.map(({ name, contentType, text: content }) => ({
          filename: name,
          contentType,
          content,
        })),
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}
