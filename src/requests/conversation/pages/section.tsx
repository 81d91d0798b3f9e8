import { Section } from '../../../web/components/navigation.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { type Filled, filledWith, Form } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import type { RequestAnswer } from '../../requests/model/request.ts'
import { requestPaths } from '../../words/paths.ts'
import type { Kind } from '../actions/messages.ts'
import { maxFileBytes, mostFiles } from '../model.ts'
import type { AttachmentRow } from '../queries.ts'
import { conversationWords as words } from '../words.ts'

export type Written = { kind: Kind; form: Filled }
type Props = { request: Pick<RequestAnswer, 'id' | 'commands'>; written: Written | undefined }

/** Where the viewer writes to the other side; and, who decides or reviews, a note among staff. */
export function MessageForms({ request, written }: Props) {
  const may = (kind: Kind) => request.commands.includes(kind)
  if (!may('message') && !may('note')) return null
  const formOf = (kind: Kind) => (written?.kind === kind ? written.form : filledWith())
  const note = <WriteForm {...{ request, kind: 'note', form: formOf('note') }} />
  return (
    <Section title={words.messages} id="message">
      {may('message') && <WriteForm {...{ request, kind: 'message', form: formOf('message') }} />}
      {may('note') && (
        <details class="request-step" open={written?.kind === 'note' || !may('message')}>
          <Local as="summary" text={words.note} />
          {note}
        </details>
      )}
    </Section>
  )
}

const about = {
  message: { path: 'messages', label: words.text, hint: words.textHint, submit: words.send },
  note: { path: 'notes', label: words.note, hint: words.noteHint, submit: words.addNote },
} as const

type WriteProps = { request: { id: string }; kind: Kind; form: Filled }

function WriteForm({ request, kind, form }: WriteProps) {
  const { path, label, hint, submit } = about[kind]
  const named = { form, scope: kind }
  return (
    <Form
      action={`${requestPaths.command(request.id, path)}#message`}
      form={form}
      scope={kind}
      submit={submit}
      look={kind === 'message' ? 'primary' : 'plain'}
      labels={{ text: label, file: words.file }}
      withFile
    >
      <FormField
        {...named}
        type="textarea"
        name="text"
        label={label}
        hint={hint}
        maxLength={5000}
        required
      />
      <FormField
        {...named}
        type="file"
        name="file"
        label={words.file}
        hint={words.fileHint(mostFiles, maxFileBytes / 1_000_000)}
        multiple
      />
    </Form>
  )
}

/** The files of one message. */
export const Attachments = ({ id, files }: { id: string; files: readonly AttachmentRow[] }) =>
  files.length === 0 ? null : (
    <ul class="order-files">
      {files.map((file) => (
        <li>
          <a href={requestPaths.attachment(id, file.id)} download={file.name}>
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  )
