import { type Context as HonoContext, Hono } from 'hono'
import { Empty } from '../web/components/messages.tsx'
import type { Env } from '../web/env.ts'
import { FieldList, Moment } from '../web/components/values.tsx'
import { PageHead, Pager } from '../web/components/navigation.tsx'
import { StateBadge } from '../web/components/badges.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Local } from '../web/lang.tsx'
import { page } from '../web/page.tsx'
import { getMail, searchMail } from './actions.ts'
import { mailWords as words, mailPaths } from './words.ts'

type C = HonoContext<Env>
const limit = 50

/** The letters that this service wrote: in the demo for everybody, elsewhere for administrators. */
export const mailPages = new Hono<Env>()
  .get(mailPaths.outbox, async (c) => {
    const { demo, mail } = c.var.services
    const after = c.req.query('after')
    const { items, next } = await searchMail(c.var.ctx, { demo, limit, after })
    const title = titleOf(c)
    c.header('cache-control', 'no-store')
    return page(
      c,
      { title: title, lead: mail ? words.adminAbout : words.about },
      <>
        {items.length === 0 ? (
          <Empty title={words.none} text={words.noneHint} icon="mail" />
        ) : (
          <Table caption={title} columns={columns} rows={items} keys />
        )}
        <Pager order="time" url={c.req.url} next={next} />
      </>,
    )
  })
  .get(`${mailPaths.outbox}/:id`, async (c) => {
    const { demo } = c.var.services
    const letter = await getMail(c.var.ctx, { demo, id: c.req.param('id') })
    const subject = { zh: letter.subject, en: letter.subject }
    c.header('cache-control', 'no-store')
    return page(
      c,
      {
        title: letter.subject,
        crumbs: [{ text: titleOf(c), href: mailPaths.outbox }, { text: subject }],
        width: 'reading',
      },
      <>
        <PageHead title={subject} />
        <FieldList
          fields={[
            { label: words.to, value: letter.toAddress },
            { label: words.written, value: <Moment when={letter.createdAt} /> },
            { label: words.state, value: <State letter={letter} /> },
            ...attachmentsField(letter.attachments),
          ]}
        />
        <Body text={letter.body} baseUrl={c.var.ctx.baseUrl} />
      </>,
    )
  })

const titleOf = (c: C) => (c.var.services.demo ? words.title : words.adminTitle)

const attachmentsField = (attachments: readonly { name: string }[]) =>
  attachments.length === 0
    ? []
    : [{ label: words.attachments, value: attachments.map(({ name }) => name).join(', ') }]

type Letter = Awaited<ReturnType<typeof searchMail>>['items'][number]

function State({ letter: { sentAt, failedAt, failure } }: { letter: Letter }) {
  if (sentAt) return <StateBadge tone="good" text={words.sent} />
  if (!failedAt) return <StateBadge tone="calm" text={words.waiting} />
  return (
    <>
      <StateBadge tone="danger" text={words.failed} />
      {failure && <span class="small quiet"> {failure}</span>}
    </>
  )
}

/** The text as it was written; links into this site can be followed. */
function Body({ text, baseUrl }: { text: string; baseUrl: string }) {
  if (text === '') return <Local as="p" class="quiet" text={words.bodyGone} />
  const parts = text.split(/(https?:\/\/[^\s]+)/)
  return (
    <pre class="letter">
      {parts.map((part) =>
        part.startsWith(`${baseUrl}/`) ? <a href={part.slice(baseUrl.length)}>{part}</a> : part,
      )}
    </pre>
  )
}

const columns: Column<Letter>[] = [
  {
    label: words.subject,
    cell: ({ id, subject }) => <a href={`${mailPaths.outbox}/${id}`}>{subject}</a>,
  },
  { label: words.to, cell: ({ toAddress }) => toAddress },
  { label: words.written, nowrap: true, cell: ({ createdAt }) => <Moment when={createdAt} /> },
  { label: words.state, cell: (letter) => <State letter={letter} /> },
]
