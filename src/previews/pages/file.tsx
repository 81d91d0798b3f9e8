import { type Context as HonoContext, Hono } from 'hono'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { baseName } from '../../datasets/files/rules.ts'
import { fileWords } from '../../datasets/files/words.ts'
import { versionWords } from '../../datasets/versions/words.ts'
import { datasetPaths } from '../../datasets/words/paths.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Empty } from '../../web/components/messages.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { Copyable, FieldList, Moment } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { bytesText } from '../../web/format.ts'
import { Local } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { inPath } from '../../web/route-path.ts'
import { demandPreview, getPreview, type FilePreview } from '../actions.ts'
import { previewWords as words, reasonWords } from '../words.ts'
import { FactsView } from './views.tsx'

const path = '/records/:dataset/versions/:number/files/:id'

/** A file's own page: what it is, how to get it, and what it shows. */
export const filePages = new Hono<Env>().get(path, async (c) => filePage(c))

async function filePage(c: HonoContext<Env>) {
  const { ctx, services } = c.var
  const key = inPath<typeof path>(c)
  const preview = await getPreview(ctx, key)
  if (preview.state === 'waiting') await demandPreview({ ...ctx, db: services.db }, preview.file)
  const { row } = await getRecord(ctx, key.dataset)
  const number = Number(key.number)
  const { file } = preview
  const title = baseName(file.name)
  const download = datasetPaths.download(row.id, number, `?file=${encodeURIComponent(file.id)}`)
  c.header('vary', 'authorization, cookie')
  return page(
    c,
    {
      title: { zh: title, en: title },
      crumbs: [
        { text: { zh: row.titleZh, en: row.titleEn }, href: paths.record(row.id) },
        { text: versionWords.numbered(number), href: datasetPaths.version(row.id, number) },
      ],
      ...(!file.damagedAt && {
        actions: (
          <ButtonLink look="primary" icon="download" href={download} text={words.download} />
        ),
      }),
    },
    <>
      <FileFacts {...preview} />
      <Section title={words.preview} more={{ text: words.json, href: addressOf(key) }}>
        <Shown preview={preview} picture={`${addressOf(key)}/picture`} />
      </Section>
    </>,
  )
}

const addressOf = ({ dataset, number, id }: { dataset: string; number: string; id: string }) =>
  `/api/v1/datasets/${[dataset, 'versions', number, 'files', id].map(encodeURIComponent).join('/')}/preview`

function FileFacts({ file }: FilePreview) {
  return (
    <>
      {file.damagedAt && <Local as="p" class="notice tone-bad" text={words.damaged} />}
      {file.description && <p>{file.description}</p>}
      <FieldList
        fields={[
          ...(file.name.includes('/') ? [{ label: fileWords.name, value: file.name }] : []),
          { label: words.size, value: <Local text={bytesText(file.sizeBytes)} /> },
          { label: words.type, value: <code>{file.contentType}</code> },
          {
            label: { zh: 'SHA-256', en: 'SHA-256' },
            value: (
              <Copyable id="file-sha256">
                <code class="file-hash">{file.sha256}</code>
              </Copyable>
            ),
          },
          { label: words.verified, value: <Moment when={file.verifiedAt} /> },
          { label: words.added, value: <Moment when={file.addedAt} /> },
        ]}
      />
    </>
  )
}

type ShownProps = { preview: FilePreview; picture: string }

/** The preview, that it is being made, or why there is none. */
export function Shown({
  preview: { facts, extent, state, reason, pictures },
  picture,
}: ShownProps) {
  if (state === 'waiting')
    return (
      <p role="status">
        <Local text={words.waiting} /> <Local as="a" href="" text={words.look} />
      </p>
    )
  if (!facts)
    return <Empty title={words.none} text={reasonWords[reason ?? 'unknown_format']} icon="file" />
  return <FactsView facts={facts} extent={extent} picture={pictures.length > 0 ? picture : null} />
}
