import { wayToFiles } from '../../access/actions.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { LocalText } from '../../../core/text.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { Day, FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { bytesText, formatNumber } from '../../../web/format.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { columnWords } from '../../../web/words.ts'
import { fileTree } from '../../files/pages/tree.tsx'
import { fileWords } from '../../files/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import { getVersion, type VersionRow } from '../actions.ts'
import { versionStateNames, versionWords as words } from '../words.ts'

type C = HonoContext<Env>

/** A part of a version's page that another subject adds; null where it has nothing for the viewer. */
export type VersionSection = (c: C, version: VersionRow) => Promise<Child>

/** One version: what is new in it, its files, and for who writes it what may be done with it. */
export const versionPages = (sections: readonly VersionSection[]) =>
  new Hono<Env>().get('/records/:dataset/versions/:number', async (c) => {
    const { ctx } = c.var
    const version = await getVersion(ctx, c.req.param())
    const { recordId, title } = version
    const name = words.numbered(version.number)
    return page(
      c,
      {
        title: name,
        lead: title,
        crumbs: [
          { text: title, href: paths.record(recordId) },
          { text: words.versions, href: datasetPaths.versions(recordId) },
        ],
        actions: version.mayWrite && (
          <Tools version={version} isShown={version.recordPublishedAt !== null} />
        ),
      },
      <>
        <About version={version} />
        {await Promise.all(sections.map((section) => section(c, version)))}
        {version.state !== 'withdrawn' && (
          <Section title={fileWords.files} id="files">
            {version.mayReadFiles ? (
              await fileTree(c, version)
            ) : (
              <Local as="p" class="quiet" text={(await wayToFiles(c.var.ctx, version)).sentence} />
            )}
          </Section>
        )}
        {version.mayWrite && <Ending version={version} />}
      </>,
    )
  })

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
    { label: columnWords.state, value: <StateBadge {...versionStateNames[state]} /> },
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
      <SmallForm
        action={`${here}/deletion`}
        text={words.remove}
        look="danger"
        about={words.removeAbout}
      />
    )
  if (state === 'withdrawn') return <></>
  return (
    <SmallForm
      action={`${here}/withdrawal`}
      text={words.withdraw}
      look="danger"
      about={words.reasonHint}
    >
      <SmallField id="withdrawal" name="reason" label={words.reason} required />
    </SmallForm>
  )
}
