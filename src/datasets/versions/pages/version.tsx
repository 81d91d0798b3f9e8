import { wayToFiles } from '../../access/actions.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { LocalText } from '../../../core/text.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { Day, FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { bytesText, formatNumber } from '../../../web/format.ts'
import { Local } from '../../../web/lang.tsx'
import { type Filled, Refused } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { paths } from '../../../web/paths.ts'
import { sentTo } from '../../../web/shown-again.tsx'
import { columnWords } from '../../../web/words.ts'
import { MainButton } from '../../downloads/pages/section.tsx'
import { filesIn, FileTree } from '../../files/pages/tree.tsx'
import { fileWords } from '../../files/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import { integritySection } from '../../fixity/pages.tsx'
import { getVersion, publishVersion, type VersionRow, withdrawVersion } from '../actions.ts'
import { VersionAnswer, withdrawalForm } from '../model.ts'
import { versionStateOf, versionWords as words } from '../words.ts'

type C = HonoContext<Env>

const single = '/datasets/:dataset/versions/:number'
const pageOfOne = '/records/:dataset/versions/:number'
const documents = { tag: 'datasets', refuses: [409], result: VersionAnswer }
const hrefOf = ({ dataset, number }: { dataset: string; number: string }) =>
  datasetPaths.version(dataset, Number(number))

const publication = write({
  ...documents,
  path: `${single}/publication`,
  summary: 'Publish a draft version of a published dataset, for good',
  does: async (ctx, _, { dataset, number }) => publishVersion(ctx, { dataset, number }),
  at: `${pageOfOne}/publication`,
  flash: (_, { number }) => words.published(number),
  next: hrefOf,
  page: versionPage,
})

const withdrawal = write({
  ...documents,
  path: `${single}/withdrawal`,
  summary: 'Withdraw a published version; number, dates and reason stay',
  form: withdrawalForm,
  does: async (ctx, input, { dataset, number }) => withdrawVersion(ctx, input, { dataset, number }),
  at: `${pageOfOne}/withdrawal`,
  flash: (_, { number }) => words.withdrawn(number),
  next: hrefOf,
  page: versionPage,
})

const own = new Hono<Env>().get(pageOfOne, (c) => versionPage(c))

/** A version's page, and what ends its draft or takes it back. */
export const versionEndings = surfaces(publication, withdrawal, { pages: own })

/** One version: what is new in it, its files, and for who writes it what may be done with it. */
async function versionPage(c: C, refused?: Filled) {
  const key = { dataset: c.req.param('dataset') ?? '', number: c.req.param('number') ?? '' }
  const version = await getVersion(c.var.ctx, key)
  const { recordId, title } = version
  const files = await filesShown(c, version)
  return page(
    c,
    {
      title: words.numbered(version.number),
      lead: title,
      crumbs: [
        { text: title, href: paths.record(recordId) },
        { text: words.versions, href: datasetPaths.versions(recordId) },
      ],
      actions: version.mayWrite && (
        <Tools version={version} isShown={version.recordPublishedAt !== null} />
      ),
      status: refused?.status ?? 200,
      shows: [version, files, refused],
    },
    <>
      <Refused form={refused} />
      <About version={version} />
      {await integritySection(c, version)}
      {files && (
        <Section title={fileWords.files} id="files">
          <Files version={version} {...files} url={sentTo(c)} />
        </Section>
      )}
      {version.mayWrite && <Ending version={version} />}
    </>,
  )
}

/** The files, where the reader may see them, and how to get them; a draft is still being filled, and has no way yet. */
async function filesShown(c: C, version: VersionRow) {
  const { state, mayReadFiles } = version
  if (state === 'withdrawn') return undefined
  const isBeingFilled = state === 'draft' && mayReadFiles
  const way = isBeingFilled ? undefined : await wayToFiles(c.var.ctx, version)
  return { way, found: mayReadFiles ? await filesIn(c, version) : undefined }
}

type FilesProps = NonNullable<Awaited<ReturnType<typeof filesShown>>> & {
  version: VersionRow
  url: string
}

/** All at once or one by one. */
const Files = ({ version, way, found, url }: FilesProps) => (
  <>
    {way && !way.isFree && <Local as="p" class="quiet" text={way.sentence} />}
    {way && <MainButton version={version} way={way} />}
    {found && <FileTree version={version} files={found} url={url} />}
  </>
)

type ToolsProps = { version: VersionRow; isShown: boolean }

/** A draft of a dataset that is a draft itself is published together with it. */
function Tools({ version: { recordId, number, state }, isShown }: ToolsProps) {
  if (state === 'withdrawn') return <></>
  return (
    <>
      <ButtonLink href={datasetPaths.edit(recordId, number)} icon="edit" text={words.edit} />
      {state === 'draft' && (
        <>
          <ButtonLink
            href={datasetPaths.upload(recordId, number)}
            icon="upload"
            look={isShown ? 'plain' : 'primary'}
            text={words.upload}
          />
          {isShown && (
            <form method="post" action={`${datasetPaths.version(recordId, number)}/publication`}>
              <Button look="primary" text={words.publish} />
            </form>
          )}
        </>
      )}
    </>
  )
}

const both = ({ zh, en }: LocalText) => zh !== null || en !== null

function About({ version }: { version: VersionRow }) {
  const { recordId, number, state, notes, terms, fileCount, sizeBytes } = version
  const fields = [
    { label: columnWords.state, value: <StateBadge {...versionStateOf(version)} /> },
    {
      label: words.publishedOn,
      value: version.publishedAt && <Day when={version.publishedAt} />,
    },
    { label: words.withdrawnOn, value: version.withdrawnAt && <Day when={version.withdrawnAt} /> },
    { label: words.reason, value: version.withdrawalReason },
    {
      label: words.fileCount,
      value: fileCount !== null && sizeBytes !== null && (
        <>
          {formatNumber(fileCount, 'en')} · <Local text={bytesText(sizeBytes)} />
        </>
      ),
    },
    { label: words.notes, value: both(notes) && <Local text={notes} /> },
    { label: words.terms, value: both(terms) && <Local text={terms} /> },
    {
      label: words.changes,
      value: number > 1 && state !== 'withdrawn' && (
        <Local as="a" href={datasetPaths.changes(recordId, number)} text={words.showChanges} />
      ),
    },
  ]
  return <FieldList fields={fields.filter(({ value }) => Boolean(value))} />
}

function Ending({ version: { recordId, number, state } }: { version: VersionRow }) {
  const here = datasetPaths.version(recordId, number)
  if (state === 'draft')
    return (
      <div class="kept-actions">
        <SmallForm
          action={`${here}/deletion`}
          text={words.remove}
          of={[words.numbered(number)]}
          look="danger"
          about={words.removeAbout}
        />
      </div>
    )
  if (state === 'withdrawn') return <></>
  return (
    <div class="kept-actions">
      <SmallForm
        action={`${here}/withdrawal`}
        text={words.withdraw}
        of={[words.numbered(number)]}
        look="danger"
        about={words.reasonHint}
      >
        <SmallField id="withdrawal" name="reason" label={words.reason} required />
      </SmallForm>
    </div>
  )
}
