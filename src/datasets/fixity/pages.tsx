import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { adminLink } from '../../core/navigation.ts'
import { bothLanguages } from '../../core/text.ts'
import { Section } from '../../web/components/navigation.tsx'
import { Moment, Stats } from '../../web/components/values.tsx'
import type { Columns } from '../../web/columns.tsx'
import type { Env } from '../../web/env.ts'
import { bytesText, formatBytes, formatNumber } from '../../web/format.ts'
import { item } from '../../web/item.ts'
import { Local, useLang } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import type { VersionRow } from '../versions/actions.ts'
import { datasetPaths } from '../words/paths.ts'
import {
  allDamaged,
  allFixity,
  allNotable,
  type CheckRow,
  checksOf,
  damagedOf,
  type DamagedRow,
  fixityOf,
  keptDataset,
} from './actions.ts'
import { CheckAnswer, checkFilter, DamagedAnswer, FixityAnswer } from './model.ts'
import { fixityLinks, fixityWords as words, outcomeNames } from './words.ts'

type C = HonoContext<Env>
const tag = 'datasets'
const { href: all } = fixityLinks.all

const fileColumn = { label: words.file, text: ({ file }: { file: string | null }) => file }

const checkColumns: Columns<CheckRow> = {
  file: fileColumn,
  at: { label: words.checkedAt, moment: ({ checkedAt }) => checkedAt },
  outcome: { label: words.outcome, state: ({ outcome }) => outcomeNames[outcome] },
  size: { label: words.size, text: ({ sizeBytes }) => bytesText(sizeBytes) },
  found: { label: words.found, text: foundText },
}

/** What was there instead: another size, or as many bytes of another hash. */
function foundText({ foundSizeBytes, foundSha256 }: CheckRow) {
  if (foundSizeBytes === null) return null
  const size = bytesText(foundSizeBytes)
  if (!foundSha256) return size
  const hash = `SHA-256 ${foundSha256.slice(0, 12)}…`
  return { zh: `${size.zh}，${hash}`, en: `${size.en}, ${hash}` }
}

const damagedColumns: Columns<DamagedRow> = {
  file: fileColumn,
  since: { label: words.damagedAt, moment: ({ damagedAt }) => damagedAt },
  checked: { label: words.checkedAt, moment: ({ checkedAt }) => checkedAt },
  size: { label: words.size, text: ({ sizeBytes }) => bytesText(sizeBytes) },
  sha256: { label: words.sha256, code: ({ sha256 }) => sha256 },
}

const declared = { tag, refuses: [401, 403] }

const checks = list({
  ...declared,
  path: '/datasets/:dataset/fixity-checks',
  summary: 'When a dataset’s stored bytes were read again, and what was found; for who keeps it',
  title: words.history,
  empty: { title: words.noHistory, text: words.noHistoryText },
  item: CheckAnswer,
  filters: checkFilter,
  query: checksOf,
  columns: checkColumns,
})

const damaged = list({
  ...declared,
  path: '/datasets/:dataset/damaged-files',
  summary: 'The files of a dataset whose stored bytes are damaged; for who keeps it',
  title: words.damaged,
  empty: { title: words.noDamaged },
  item: DamagedAnswer,
  filters: noFilters,
  query: damagedOf,
  columns: damagedColumns,
})

const standing = item({
  ...declared,
  path: '/datasets/:dataset/fixity',
  summary: 'How a dataset’s stored bytes stand as a whole; for who keeps it',
  schema: FixityAnswer,
  read: fixityOf,
})

const damagedOfAll = list({
  ...declared,
  path: '/fixity/damaged-files',
  summary: 'All files whose stored bytes are damaged; for administrators',
  title: words.damaged,
  empty: { title: words.noDamaged },
  item: DamagedAnswer,
  filters: noFilters,
  query: allDamaged,
  columns: {
    file: fileColumn,
    dataset: {
      label: words.dataset,
      text: ({ dataset }) => dataset.title,
      href: ({ dataset }) => datasetPaths.integrity(dataset.id),
    },
    institution: { label: words.institution, text: ({ institution }) => institution.name },
    since: { label: words.damagedAt, moment: ({ damagedAt }) => damagedAt },
    size: { label: words.size, text: ({ sizeBytes }) => bytesText(sizeBytes) },
  },
})

const notable = list({
  ...declared,
  path: '/fixity/notable-checks',
  summary: 'Checks that found damage or recovery, the newest first; for administrators',
  title: words.notable,
  empty: { title: words.noNotable },
  item: CheckAnswer,
  filters: noFilters,
  query: allNotable,
  columns: {
    ...checkColumns,
    file: { ...fileColumn, href: ({ recordId }) => datasetPaths.integrity(recordId) },
  },
})

const standingOfAll = item({
  ...declared,
  path: '/fixity',
  summary: 'How all stored bytes stand; for administrators',
  schema: FixityAnswer,
  read: allFixity,
})

const own = new Hono<Env>()
  .get('/records/:dataset/integrity', (c) => datasetPage(c, c.req.param('dataset')))
  .get(all, (c) => allPage(c))

/** Whether stored files are still what was deposited. */
export const { api: fixityRoutes, pages: fixityPages } = surfaces(
  checks,
  damaged,
  standing,
  damagedOfAll,
  notable,
  standingOfAll,
  { pages: own },
)

/** On a version's page, for who keeps it: where its files' checks are. */
export const integritySection = async (_: C, { isKept, recordId, fileCount }: VersionRow) =>
  isKept && fileCount ? (
    <p>
      <Local as="a" href={datasetPaths.integrity(recordId)} text={words.integrity} />
    </p>
  ) : null

async function datasetPage(c: C, dataset: string) {
  const { ctx } = c.var
  const { id, titleZh, titleEn } = await keptDataset(ctx, dataset)
  const title = bothLanguages({ zh: titleZh, en: titleEn })
  const of = { dataset: id }
  const now = await fixityOf(ctx, of)
  return page(
    c,
    {
      title: words.integrityOf(title),
      crumb: words.integrity,
      lead: words.lead,
      crumbs: [{ text: title, href: paths.record(id) }],
    },
    <>
      <Standing {...now} />
      {now.damaged > 0 && (
        <DamagedFiles>{await damaged.view(c, { of, cursor: 'damaged' })}</DamagedFiles>
      )}
      <Section title={words.history}>{await checks.view(c, { of })}</Section>
    </>,
  )
}

async function allPage(c: C) {
  const now = await allFixity(c.var.ctx)
  return page(
    c,
    { title: words.integrity, lead: words.lead, crumbs: [adminLink] },
    <>
      <Standing {...now} />
      {now.damaged > 0 && (
        <DamagedFiles>{await damagedOfAll.view(c, { cursor: 'damaged' })}</DamagedFiles>
      )}
      <Section title={words.notable}>{await notable.view(c, {})}</Section>
    </>,
  )
}

function DamagedFiles({ children }: { children?: Child }) {
  return (
    <Section title={words.damaged}>
      <Local as="p" class="prose" text={words.damagedAbout} />
      {children}
    </Section>
  )
}

type Now = Awaited<ReturnType<typeof fixityOf>>

function Standing({ objects, sizeBytes, damaged: bad, overdue, oldestCheck }: Now) {
  const lang = useLang()
  return (
    <Stats
      stats={[
        { label: words.files, value: formatNumber(objects, lang) },
        { label: words.size, value: formatBytes(sizeBytes, lang) },
        { label: words.damagedCount, value: formatNumber(bad, lang) },
        { label: words.overdue, value: formatNumber(overdue, lang) },
        { label: words.oldest, value: oldestCheck ? <Moment when={oldestCheck} /> : '—' },
      ]}
    />
  )
}
