import { type Filled, filledWith, Form } from '../../../web/forms.tsx'
import type { Context } from '../../../core/context.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { formatDate, formatYuan } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import type { RequestAnswer } from '../../requests/model/request.ts'
import { requestPaths } from '../../words/paths.ts'
import { mayAddFiles } from '../actions/files.ts'
import { searchReports } from '../actions/report.ts'
import { maxFileBytes } from '../model.ts'
import { reportWords as words } from '../words.ts'
import { Outcomes } from './impact.tsx'

export type ShownReport = Awaited<ReturnType<typeof searchReports>>[number]
type Asked = Pick<RequestAnswer, 'id' | 'sides'>

/** On a request's page: what was reported, with its files; who asked adds to these. */
export async function reportsSection(ctx: Context, request: Asked, form?: Filled) {
  const reports = await searchReports(ctx, request)
  if (reports.length === 0) return null
  return (
    <Section title={words.report} id="use-reports">
      {reports.map((report) => (
        <Report {...{ request, report, form: form ?? filledWith() }} />
      ))}
    </Section>
  )
}

type Props = { request: Asked; report: ShownReport; form: Filled }

function Report({ request, report, form }: Props) {
  const lang = useLang()
  const { at, by, results, contractNumber, contractFen, files } = report
  const contract =
    contractNumber !== null &&
    words.contractOf(contractNumber, contractFen === null ? null : formatYuan(contractFen, lang))
  return (
    <article class="reported-use">
      <Local as="p" class="quiet" text={words.reportBy(by.name, formatDate(at, lang))} />
      <p>{results}</p>
      <Outcomes {...report} />
      {contract && (
        <>
          <Local as="h3" text={words.contracts} />
          <Local as="p" text={contract} />
        </>
      )}
      {files.length > 0 && (
        <>
          <Local as="h3" text={words.files} />
          <ul class="order-files">
            {files.map(({ id, name }) => (
              <li>
                <a href={requestPaths.reportFile(request.id, report.id, id)} download={name}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayAddFiles(request.sides) && <FileForm {...{ request, report, form }} />}
    </article>
  )
}

function FileForm({ request, report, form }: Props) {
  const scope = `report-${report.id}`
  return (
    <Form
      action={`${requestPaths.reportFiles(request.id, report.id)}#use-reports`}
      form={form}
      scope={scope}
      submit={words.addFile}
      labels={{ file: words.file }}
      withFile
    >
      <FormField
        form={form}
        scope={scope}
        type="file"
        name="file"
        label={words.file}
        hint={words.fileHint(maxFileBytes / 1_000_000)}
        required
      />
    </Form>
  )
}
