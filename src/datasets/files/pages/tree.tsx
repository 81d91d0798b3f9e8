import type { Context as HonoContext } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Button } from '../../../web/components/button.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Pager, Toolbar } from '../../../web/components/navigation.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { formatBytes } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'
import { sentTo } from '../../../web/shown-again.tsx'
import type { Lang } from '../../../core/text.ts'
import type { VersionRow } from '../../versions/actions.ts'
import { fixityWords } from '../../fixity/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import { type Entry, filesNamed, folderIn } from '../actions.ts'
import { baseName } from '../rules.ts'
import { fileWords as words } from '../words.ts'

type C = HonoContext<Env>
const limit = 50
const cursor = 'file'
/** What is seen at a glance needs no search. */
const few = 20

/**
 * The files of a version: folder by folder, or all whose names have something in them. Asked for by `folder`, `q` and
 * `file` (the cursor) in the page's address.
 */
export async function filesIn({ var: { ctx }, req }: C, version: VersionRow) {
  const [folder, q] = [req.query('folder') ?? '', req.query('q')?.trim() ?? '']
  const after = req.query(cursor)
  if (!q) return { folder, q, ...(await folderIn(ctx, version, { folder, limit, after })) }
  const { items, next } = await filesNamed(ctx, version, { q, limit, after })
  const entries = items.map((file) => ({ ...file, isDamaged: file.damagedAt !== null }))
  return { folder, q, items: entries, next }
}

type TreeProps = { version: VersionRow; files: Awaited<ReturnType<typeof filesIn>>; url: string }

/** Files as `filesIn` finds them. In a draft, who keeps it may take files out. */
export const FileTree = ({ version, files: { folder, q, items, next }, url }: TreeProps) => (
  <>
    {(q || (version.fileCount ?? 0) > few) && <Finder q={q} />}
    <Where version={version} folder={folder} q={q} />
    {items.length === 0 ? (
      <Empty title={q ? words.noneFound : words.none} icon="info" />
    ) : (
      <Entries version={version} folder={folder} entries={items} />
    )}
    <Pager url={url} cursor={cursor} next={next} />
  </>
)

/** The part of a page that shows them. */
export const fileTree = async (c: C, version: VersionRow): Promise<Child> => (
  <FileTree version={version} files={await filesIn(c, version)} url={sentTo(c)} />
)

const Finder = ({ q }: { q: string }) => (
  <form class="filters" method="get">
    <label class="field">
      <Local as="span" class="field-label" text={words.find} />
      <input class="input" type="search" name="q" value={q} maxlength={200} />
    </label>
    <Button text={words.search} />
  </form>
)

type EntriesProps = { version: VersionRow; folder: string; entries: readonly Entry[] }

/** Files and folders; in a draft, for who keeps it, a form that takes some of them out. */
function Entries({ version, folder, entries }: EntriesProps) {
  const lang = useLang()
  const isEditable = version.mayWrite && version.state === 'draft'
  const table = (
    <Table
      caption={words.files}
      columns={columnsOf(version, { folder, isEditable, lang })}
      rows={entries}
      keys
    />
  )
  if (!isEditable) return table
  const action = `${datasetPaths.version(version.recordId, version.number)}/removals`
  return (
    <form method="post" action={action}>
      {table}
      <div class="form-actions">
        <Button look="danger" icon="trash" text={words.removeChosen} />
      </div>
    </form>
  )
}

type Shown = { folder: string; isEditable: boolean; lang: Lang }

function columnsOf(version: VersionRow, { folder, isEditable, lang }: Shown): Column<Entry>[] {
  return [
    {
      label: words.name,
      cell: (entry) => nameOf(version, folder, entry),
    },
    {
      label: words.size,
      align: 'end',
      nowrap: true,
      cell: ({ id, sizeBytes }) => id && formatBytes(sizeBytes, lang),
    },
    {
      label: words.checksum,
      nowrap: true,
      cell: ({ id, sha256 }) => id && html`<code title="${sha256}">${sha256.slice(0, 12)}…</code>`,
    },
    ...(isEditable
      ? [
          {
            label: words.take,
            cell: ({ name, id }: Entry) => (
              <Choice name={name} field={id ? 'files' : 'folders'} value={id ?? name} />
            ),
          },
        ]
      : []),
  ]
}

/** Drawn as text, for a page has many. */
function nameOf({ recordId, number }: VersionRow, folder: string, entry: Entry) {
  const { name, id, isDamaged } = entry
  if (id === null) {
    const path = datasetPaths.folder(recordId, number, name)
    return html`<a class="file-name folder-name" href="${path}">${baseName(name.slice(0, -1))}/</a>`
  }
  const path = datasetPaths.file(recordId, number, id)
  const file = html`<a class="file-name" href="${path}"
    >${folder === '' ? name : baseName(name)}</a
  >`
  if (!isDamaged) return file
  return (
    <>
      {file} <StateBadge tone="danger" text={fixityWords.isDamaged} />
    </>
  )
}

type ChoiceProps = { name: string; field: 'files' | 'folders'; value: string }

const Choice = ({ name, field, value }: ChoiceProps) => (
  <input type="checkbox" name={field} value={value} aria-label={name} />
)

type WhereProps = { version: VersionRow; folder: string; q: string }

/** Which folder is open, each of those above it a link; or what was looked for in all of them. */
function Where({ version, folder, q }: WhereProps) {
  const root = `${datasetPaths.version(version.recordId, version.number)}#files`
  if (!folder && !q) return <></>
  return (
    <Toolbar>
      {q ? (
        <p class="quiet">
          <Local text={words.foundFor(q)} />
          {' · '}
          <Local as="a" href={root} text={words.root} />
        </p>
      ) : (
        <Trail version={version} folder={folder} root={root} />
      )}
    </Toolbar>
  )
}

type TrailProps = { version: VersionRow; folder: string; root: string }

function Trail({ version: { recordId, number, state }, folder, root }: TrailProps) {
  const parts = folder.split('/').filter(Boolean)
  const whole = withQuery(datasetPaths.download(recordId, number), { folder })
  return (
    <p class="quiet">
      <Local as="a" href={root} text={words.root} />
      {parts.map((part, at) => (
        <>
          {' / '}
          <a
            href={datasetPaths.folder(recordId, number, `${parts.slice(0, at + 1).join('/')}/`)}
            aria-current={at === parts.length - 1 ? 'page' : undefined}
          >
            {part}
          </a>
        </>
      ))}
      {state === 'published' && (
        <>
          {' · '}
          <Local as="a" href={whole} text={words.downloadFolder} />
        </>
      )}
    </p>
  )
}
