import type { Child } from 'hono/jsx'
import { inOneLang } from '../../../core/text.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import type { Columns } from '../../../web/columns.tsx'
import { Rows } from '../../../web/columns.tsx'
import { bytesText, formatNumber } from '../../../web/format.ts'
import { type Filled, Form } from '../../../web/forms.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { StorageUse } from '../../storage/pages.tsx'
import type { Owned } from '../../storage/rules.ts'
import { storageWords } from '../../storage/words.ts'
import type { uploadsOf } from '../../uploads/actions/read.ts'
import { uploadStateNames, uploadWords } from '../../uploads/words.ts'
import type { VersionRow } from '../../versions/actions.ts'
import { versionWords } from '../../versions/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import { pageWords as words, sendingWords } from '../words.ts'

type Uploads = Awaited<ReturnType<typeof uploadsOf>>
type Props = {
  version: VersionRow
  owners: readonly Owned[]
  uploads: Uploads
  form: Filled
  bounds: { maxFileBytes: number; maxFiles: number }
  worker: string
}

/** How much room there is, what is unfinished, where files are chosen, and what comes next. */
export function Uploader({ version, owners, uploads, form, bounds, worker }: Props) {
  const lang = useLang()
  const { recordId, number } = version
  const settings = {
    base: `/api/v1/datasets/${recordId}/versions/${number}/`,
    worker,
    lang,
    words: inOneLang(sendingWords, lang),
  }
  return (
    <>
      <Room owners={owners} />
      {uploads.items.length > 0 && <UnfinishedUploads {...{ version, uploads }} />}
      <hexi-uploader data-settings={JSON.stringify(settings)}>
        <Live isEmpty={!version.fileCount} />
        <div class="uploader-plain">
          <PlainForm {...{ version, form, bounds }} />
        </div>
        <Next version={version} />
      </hexi-uploader>
    </>
  )
}

const Room = ({ owners }: { owners: readonly Owned[] }) => (
  <div class="uploader-room">
    {owners.map((owner) => (
      <div>
        <Local as="strong" text={owner.name} />
        <StorageUse {...owner} />
      </div>
    ))}
    {owners.length === 0 && <Local as="p" class="quiet" text={storageWords.noLimit} />}
  </div>
)

type Unfinished = Uploads['items'][number]

const unfinishedColumns = (version: string): Columns<Unfinished> => ({
  name: { label: uploadWords.name, text: ({ name }) => name },
  state: { label: uploadWords.state, state: ({ state }) => uploadStateNames[state] },
  arrived: {
    label: uploadWords.arrived,
    text: ({ receivedBytes, sizeBytes }) =>
      words.arrivedOf(bytesText(receivedBytes), bytesText(sizeBytes)),
  },
  until: { label: uploadWords.until, moment: ({ expiresAt }) => expiresAt },
  action: {
    label: words.cancel,
    cell: ({ id, name }) => (
      <SmallForm
        action={`${version}/uploads/${id}/cancellation`}
        text={words.cancel}
        label={words.cancelOf(name)}
        look="danger"
        about={words.cancelAbout}
      />
    ),
  },
})

function UnfinishedUploads({ version, uploads }: Pick<Props, 'version' | 'uploads'>) {
  const { items, total } = uploads
  const columns = unfinishedColumns(datasetPaths.version(version.recordId, version.number))
  return (
    <Section title={words.unfinished}>
      <Local as="p" class="prose" text={words.unfinishedAbout} />
      <Rows {...{ title: words.unfinished, none: uploadWords.none, columns, rows: items }} />
      {total.value > items.length && (
        <Local
          as="p"
          class="quiet small"
          text={words.othersUnfinished(total.value - items.length)}
        />
      )}
    </Section>
  )
}

/** For the script; without one it is not shown. */
function Live({ isEmpty }: { isEmpty: boolean }) {
  const t = useText()
  return (
    <div class="uploader-live">
      <Picks isEmpty={isEmpty} />
      <p role="status" class="uploader-said" />
      <div class="uploader-bar">
        <p class="uploader-pace numeric" hidden />
        <progress class="uploader-all" hidden max={1} value={0} aria-label={t(words.progress)} />
        <PickButton act="pause" hidden>
          {t(sendingWords.pause)}
        </PickButton>
        <PickButton act="go" look="primary" hidden>
          {t(sendingWords.go)}
        </PickButton>
      </div>
      <Chosen />
      <p class="uploader-more quiet small" hidden />
    </div>
  )
}

function Picks({ isEmpty }: { isEmpty: boolean }) {
  const t = useText()
  const [files, folder] = [t(words.chooseFiles), t(words.chooseFolder)]
  return (
    <div class="drop uploader-drop">
      <Local as="p" text={words.dropHere} />
      <div class="uploader-picks">
        <PickButton act="files" look={isEmpty ? 'primary' : 'plain'}>
          {files}
        </PickButton>
        <PickButton act="folder">{folder}</PickButton>
      </div>
      <input type="file" multiple hidden data-pick="files" aria-label={files} />
      <input type="file" webkitdirectory hidden data-pick="folder" aria-label={folder} />
    </div>
  )
}

/** Its rows are the script's. */
function Chosen() {
  const t = useText()
  return (
    <div
      class="uploader-sheet table-scroll"
      role="region"
      aria-label={t(words.chosen)}
      tabindex={0}
      hidden
    >
      <table class="table table-dense">
        <caption class="unseen">{t(words.chosen)}</caption>
        <thead>
          <tr>
            <Local as="th" scope="col" text={uploadWords.name} />
            <Local as="th" scope="col" text={uploadWords.size} />
            <Local as="th" scope="col" text={uploadWords.state} />
            <th scope="col">
              <span class="unseen">{t(words.cancel)}</span>
            </th>
          </tr>
        </thead>
        <tbody />
      </table>
    </div>
  )
}

type PickProps = { act: string; look?: 'primary' | 'plain'; hidden?: boolean; children?: Child }

const PickButton = ({ act, look = 'plain', hidden, children }: PickProps) => (
  <button type="button" class={`button button-${look}`} data-act={act} hidden={hidden}>
    {children}
  </button>
)

function PlainForm({ version, form, bounds }: Pick<Props, 'version' | 'form' | 'bounds'>) {
  return (
    <Form
      action={datasetPaths.upload(version.recordId, version.number)}
      form={form}
      submit={words.upload}
      labels={{ file: words.files, folder: words.folder }}
      withFile
    >
      <FormField
        name="folder"
        label={words.folder}
        hint={words.folderHint}
        form={form}
        maxLength={500}
      />
      <FormField
        type="file"
        name="file"
        label={words.files}
        hint={words.plainHint(bounds.maxFiles, Math.floor(bounds.maxFileBytes / 1_000_000))}
        form={form}
        multiple
        required
      />
    </Form>
  )
}

/** What there is by now, and the one thing to do next. */
function Next({ version }: { version: VersionRow }) {
  const { recordId, number, isKept, recordPublishedAt } = version
  const fileCount = version.fileCount ?? 0
  const lang = useLang()
  const here = datasetPaths.version(recordId, number)
  return (
    <div class="uploader-done" hidden={fileCount === 0}>
      {fileCount > 0 && (
        <Local
          as="p"
          text={words.hasFiles(formatNumber(fileCount, lang), bytesText(version.sizeBytes ?? 0))}
        />
      )}
      <div class="form-actions">
        {isKept && recordPublishedAt ? (
          <form method="post" action={`${here}/publication`}>
            <Button look="primary" text={versionWords.publish} />
          </form>
        ) : (
          <ButtonLink
            look="primary"
            href={paths.record(recordId)}
            text={isKept ? words.toRecord : words.seeRecord}
          />
        )}
        <ButtonLink href={here} text={words.seeFiles} />
      </div>
    </div>
  )
}
