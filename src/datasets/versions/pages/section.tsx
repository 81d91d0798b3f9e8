import type { Context as HonoContext } from 'hono'
import { wayToFiles } from '../../access/actions.ts'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { readsWhole, writesRecord } from '../../../catalog/records/rules/record.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { ActButton } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { fileTree } from '../../files/pages/tree.tsx'
import { fileWords } from '../../files/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import { type VersionRow, versionsIn } from '../actions.ts'
import { versionWords as words } from '../words.ts'
import { offeredFor } from './newest.ts'

/** On a dataset's page: the files of its newest version, and where the other versions are. */
export const filesSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  const mayWrite = writesRecord(ctx.actor, row)
  const [{ version: newest }, versions] = await Promise.all([
    offeredFor(ctx, row.id),
    versionsIn(ctx, row.id, { limit: 1 }),
  ])
  const [last] = versions.items
  if (!last && !mayWrite) return null
  const all = { text: words.allVersions(versions.total.value), href: datasetPaths.versions(row.id) }
  const shown = newest ?? (readsWhole(ctx.actor, row) ? last : undefined)
  return (
    <Section title={fileWords.files} id="files" {...(last && { more: all })}>
      {!last && (
        <>
          <Local as="p" class="quiet" text={words.noneText} />
          <ActButton action={datasetPaths.versions(row.id)} text={words.begin} />
        </>
      )}
      {last?.state === 'draft' && mayWrite && (
        <p class="kept-actions">
          <ButtonLink
            href={datasetPaths.version(row.id, last.number)}
            icon="edit"
            text={words.goOn(last.number)}
          />
        </p>
      )}
      {await filesOrWay(c, shown)}
    </Section>
  )
}

/** The files, or how one gets them; a withdrawn version has only its head. */
async function filesOrWay(c: HonoContext<Env>, version: VersionRow | undefined) {
  if (!version || version.state === 'withdrawn') return null
  if (version.mayReadFiles) return fileTree(c, version)
  return <Local as="p" class="quiet" text={(await wayToFiles(c.var.ctx, version)).sentence} />
}
