import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { describe, expect, test } from 'vitest'
import { transact } from '../../src/core/context.ts'
import { enqueueLetter } from '../../src/mail/actions.ts'
import { sendMail } from '../../src/mail/jobs.ts'
import { isPlainAddress, oneLine } from '../../src/mail/rules.ts'
import { openSmtpMail } from '../../src/ports/mail.smtp.node.ts'
import { testDatabase } from '../support/database.ts'
import { houseContext } from '../support/people.ts'
import { portOf } from '../support/port.ts'
import { testServices } from '../support/services.ts'

type Received = { from: string; to: string[]; text: string }

/** A mail server that takes letters, or refuses its first `refusals`. */
async function startMailServer({ refusals = 0 } = {}) {
  const received: Received[] = []
  let left = refusals
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      stream.toArray().then(
        (chunks) => {
          if (left > 0) {
            left -= 1
            done(new Error('mailbox busy'))
            return
          }
          const { mailFrom, rcptTo } = session.envelope
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            text: Buffer.concat(chunks).toString(),
          })
          done()
        },
        (error: Error) => done(error),
      )
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  return {
    received,
    url: `smtp://127.0.0.1:${portOf(listening)}`,
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

async function scene() {
  const database = await testDatabase()
  const services = await testServices(database, { baseUrl: 'https://hexi.example' })
  const ctx = houseContext(services)
  const write = (letter: Partial<Parameters<typeof enqueueLetter>[2]> = {}) =>
    transact(ctx, (trx) =>
      enqueueLetter(trx, ctx, {
        to: 'ada@lab.example',
        lang: 'zh',
        subject: { zh: '您已加入兰州地化所', en: 'You are now a member of Lanzhou' },
        body: { zh: '您好：\n\n申请已批准。', en: 'Hello,\n\nyou were accepted.' },
        ...letter,
      }),
    )
  const outbox = () => services.db.selectFrom('mail').selectAll().orderBy('id').execute()
  return {
    ...services,
    ctx,
    write,
    outbox,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

describe('a letter', () => {
  test('is written with a job that sends it, or not at all', async () => {
    await using s = await scene()
    await s.write()
    const failing = transact(s.ctx, async (trx) => {
      await enqueueLetter(trx, s.ctx, {
        to: 'x@lab.example',
        lang: 'zh',
        subject: { zh: '一', en: 'one' },
        body: { zh: '一', en: 'one' },
      })
      throw new Error('the rest failed')
    })
    await expect(failing).rejects.toThrow('the rest failed')
    expect(await s.outbox()).toMatchObject([{ to_address: 'ada@lab.example', sent_at: null }])
  })

  test('reaches a mail server in the recipient’s language, once', async () => {
    await using s = await scene()
    await using server = await startMailServer()
    await s.write()
    await s.write({ to: 'bob@lab.example', lang: 'en' })
    const mail = openSmtpMail({ url: server.url, from: 'Hexi 河西 <no-reply@hexi.example>' })
    for (const { id } of await s.outbox()) await sendMail({ ...s.ctx, mail }, { mailId: id })
    const [first] = await s.outbox()
    await sendMail({ ...s.ctx, mail }, { mailId: first?.id ?? '' })
    mail.close()

    expect(server.received.map(({ from, to }) => [from, to])).toEqual([
      ['no-reply@hexi.example', ['ada@lab.example']],
      ['no-reply@hexi.example', ['bob@lab.example']],
    ])
    const [zh, en] = server.received.map(({ text }) => text)
    expect(zh).toContain(`Subject: =?UTF-8?B?${btoa(utf8('您已加入兰州地化所'))}?=`)
    expect(en).toContain('Subject: You are now a member of Lanzhou')
    expect(en).toContain('you were accepted.')
    expect(zh).toContain(`Message-ID: <${first?.id}@hexi.example>`)
    expect(en).toContain('Auto-Submitted: auto-generated')
  })

  test('carries a calendar as an invitation that mail programs know, and several as they are', async () => {
    await using s = await scene()
    await using server = await startMailServer()
    const calendar = {
      name: 'hexi.ics',
      contentType: 'text/calendar; charset=utf-8; method=REQUEST',
      text: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
    }
    await s.write({ attachments: [calendar] })
    await s.write({ attachments: [calendar, { ...calendar, name: 'other.ics' }] })
    const mail = openSmtpMail({ url: server.url, from: 'no-reply@hexi.example' })
    for (const { id } of await s.outbox()) await sendMail({ ...s.ctx, mail }, { mailId: id })
    mail.close()
    const [one, two] = server.received.map(({ text }) => text)
    expect(one).toContain('Content-Type: multipart/alternative')
    expect(one).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
    expect(one).toMatch(/Content-Type: application\/ics; name=hexi\.ics/)
    expect(decoded(one)).toContain('METHOD:REQUEST\r\n')
    expect(two).toMatch(/Content-Type: text\/calendar; .*name=hexi\.ics/)
    expect(two).toMatch(/Content-Type: text\/calendar; .*name=other\.ics/)
  })

  test('keeps no text once it is sent: it may have held a key to an account', async () => {
    await using s = await scene()
    await using server = await startMailServer()
    await s.write()
    const mail = openSmtpMail({ url: server.url, from: 'no-reply@hexi.example' })
    const [letter] = await s.outbox()
    await sendMail({ ...s.ctx, mail }, { mailId: letter?.id ?? '' })
    mail.close()
    expect(await s.outbox()).toMatchObject([{ body: '', subject: '您已加入兰州地化所' }])
  })

  test('stays in the outbox where there is no mail server', async () => {
    await using s = await scene()
    await s.write()
    const [letter] = await s.outbox()
    await sendMail(s.ctx, { mailId: letter?.id ?? '' })
    expect(await s.outbox()).toMatchObject([{ sent_at: null, failed_at: null }])
    expect((await s.outbox())[0]?.body).toContain('申请已批准')
  })

  test('that is refused says why, and is sent at the next try', async () => {
    await using s = await scene()
    await using server = await startMailServer({ refusals: 1 })
    await s.write()
    const mail = openSmtpMail({ url: server.url, from: 'no-reply@hexi.example' })
    const [letter] = await s.outbox()
    const job = { mailId: letter?.id ?? '' }
    await expect(sendMail({ ...s.ctx, mail }, job)).rejects.toThrow('mailbox busy')
    expect((await s.outbox())[0]?.failure).toContain('mailbox busy')
    await sendMail({ ...s.ctx, mail }, job)
    mail.close()
    expect(await s.outbox()).toMatchObject([{ failed_at: null, failure: null }])
    expect(server.received).toHaveLength(1)
  })

  test('grows no header from what somebody typed', async () => {
    await using s = await scene()
    await using server = await startMailServer()
    const typed = 'Lab\r\nBcc: everybody@lab.example\r\n\r\nBuy now'
    await s.write({ subject: { zh: typed, en: typed } })
    const mail = openSmtpMail({ url: server.url, from: 'no-reply@hexi.example' })
    const [letter] = await s.outbox()
    await sendMail({ ...s.ctx, mail }, { mailId: letter?.id ?? '' })
    mail.close()
    const [received] = server.received
    expect(received?.to).toEqual(['ada@lab.example'])
    expect(received?.text).toContain('Subject: Lab Bcc: everybody@lab.example Buy now')
    expect(received?.text).not.toMatch(/^Bcc:/m)
  })

  test.each([
    'a@x.example, b@x.example',
    'a@x.example\r\nBcc: b@x.example',
    'A <a@x.example>',
    'nobody',
  ])('goes to one plain address, not to %j', async (to) => {
    await using s = await scene()
    expect(isPlainAddress(to)).toBe(false)
    await expect(s.write({ to })).rejects.toThrow('one plain address')
  })

  test('what people typed stands in it as one line', () => {
    expect(oneLine(' Lab\t\u2028 A\u0000\r\n\r\nB ')).toBe('Lab A B')
  })
})

const utf8 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text))

/** The parts of a message that are base64, as they were. */
const decoded = (message = '') =>
  [...message.matchAll(/base64\r\n(?:[\w-]+: .*\r\n)*\r\n([A-Za-z\d+/=\r\n]+)/g)]
    .map(([, part = '']) => atob(part.replaceAll(/\s/g, '')))
    .join('\n')
