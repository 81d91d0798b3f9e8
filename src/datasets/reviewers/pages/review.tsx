import { type Context as HonoContext, Hono } from 'hono'
import { defaultZone } from '../../../core/time.ts'
import { lastingInWords } from '../../../core/wall-clock.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Pager, Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { bytesText } from '../../../web/format.ts'
import { Local, OtherLocal } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { type Columns, Rows } from '../../../web/columns.tsx'
import { writable } from '../../../web/session.ts'
import { archiveOf, damagedFile } from '../../downloads/actions.ts'
import { archiveAnswer, streamedFile } from '../../downloads/routes.ts'
import { archiveName } from '../../downloads/rules/names.ts'
import { downloadWords } from '../../downloads/words.ts'
import { type FileRow, filesOf, getFile } from '../../files/actions.ts'
import { getVersion } from '../../versions/actions.ts'
import { versionWords } from '../../versions/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import { countUse, openLink } from '../actions.ts'
import { reviewWords as words } from '../words.ts'

type C = HonoContext<Env>

/** What reviewers see by their link: one version, and of who made it nothing where that is hidden. */
export const reviewPages = new Hono<Env>()
  .use('/review/*', async (c, next) => {
    await next()
    // The address is the secret: it is not told onwards, kept or found.
    c.header('referrer-policy', 'no-referrer')
    c.header('x-robots-tag', 'noindex, nofollow')
    c.header('cache-control', 'private, no-store, no-transform')
  })
  .get('/review/:secret', (c) => reviewPage(c, c.req.param('secret')))
  .get('/review/:secret/archive.zip', async (c) => {
    const { id, as, key, title } = await openLink(c.var.ctx, c.req.param('secret'))
    const version = await getVersion(as, key)
    const archive = await archiveOf(as, version, {})
    await counted(c, id)
    return archiveAnswer(c, archive, archiveName(title.zh ?? title.en ?? '', version.number))
  })
  .get('/review/:secret/files/:id', async (c) => {
    const { id, as, key } = await openLink(c.var.ctx, c.req.param('secret'))
    const file = await getFile(as, { ...key, id: c.req.param('id') })
    if (file.damagedAt) throw damagedFile()
    await counted(c, id)
    // Never at an address of the bucket: its key names the dataset.
    return streamedFile(c, file)
  })

const counted = async (c: C, id: string) =>
  c.req.method === 'GET' ? countUse(writable(c), id, 'downloads') : undefined

async function reviewPage(c: C, secret: string) {
  const { ctx } = c.var
  const seen = await openLink(ctx, secret)
  const after = c.req.query('after') || undefined
  if (after === undefined) await countUse(writable(c), seen.id, 'visits')
  return page(
    c,
    {
      title: seen.title,
      lead: words.lead(lastingInWords(seen.expiresAt, defaultZone)),
      crumb: words.forReview,
      width: 'reading',
    },
    <>
      <About seen={seen} />
      <Section title={words.files}>{await filesPart(c, { seen, secret, after })}</Section>
    </>,
  )
}

type Seen = Awaited<ReturnType<typeof openLink>>

const About = ({ seen: { title, number, hidesAuthors, authors, summary } }: { seen: Seen }) => (
  <>
    <OtherLocal text={title} />
    <p class="quiet">
      <Local text={versionWords.numbered(number)} />
    </p>
    {hidesAuthors && <Local as="p" class="quiet" text={words.hidden} />}
    {authors.length > 0 && <p>{authors.join('; ')}</p>}
    {(summary.zh ?? summary.en) && (
      <Section title={words.abstract}>
        <Local as="p" text={summary} />
      </Section>
    )}
  </>
)

type Listed = { seen: Seen; secret: string; after: string | undefined }

async function filesPart(c: C, { seen, secret, after }: Listed) {
  const { sizeBytes } = await getVersion(seen.as, seen.key)
  const { items, next } = await filesOf(seen.as, { ...seen.key, limit: 200, after })
  if (items.length === 0) return <Empty title={words.noFiles} icon="info" />
  const here = datasetPaths.review(secret)
  const all = downloadWords.all(bytesText(sizeBytes ?? 0))
  return (
    <>
      <p>
        <ButtonLink href={`${here}/archive.zip`} look="primary" download text={all} />
      </p>
      <Rows title={words.files} none={words.noFiles} rows={items} columns={columnsAt(secret)} />
      <Pager url={c.req.url} next={next} />
    </>
  )
}

type Shown = Pick<FileRow, 'id' | 'name' | 'sizeBytes'>

const columnsAt = (secret: string): Columns<Shown> => ({
  name: {
    label: words.name,
    text: ({ name }) => ({ zh: name, en: name }),
    href: ({ id }) => datasetPaths.reviewedFile(secret, id),
  },
  size: { label: words.size, text: ({ sizeBytes }) => bytesText(sizeBytes) },
  preview: {
    label: words.preview,
    text: () => words.look,
    href: ({ id }) => `${datasetPaths.reviewedFile(secret, id)}/preview`,
  },
})
