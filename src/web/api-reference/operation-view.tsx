import { Copyable } from '../components/copyable.tsx'
import { useText } from '../lang.tsx'
import { curlOf } from './example.ts'
import { type Answer, fieldsIn, type Operation } from './reading.ts'
import { Answers, Coded, Parameters, SchemaFields } from './schema-view.tsx'
import { referenceWords as words } from './words.ts'

/** `GET /records/{id}`. */
export function Route({ method, path }: { method: string; path: string }) {
  return (
    <span class="route">
      <span class={`method method-${method.toLowerCase()}`}>{method}</span> <code>{path}</code>
    </span>
  )
}

/** All there is to know of one operation: what it takes, what it answers, and a request to try. */
export function OperationView(props: { operation: Operation; baseUrl: string }) {
  const { operation, baseUrl } = props
  const { id, method, path, summary, description, parameters, body, answers } = operation
  const t = useText()
  return (
    <section class="operation" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{summary}</h2>
      <p>
        <Route method={method} path={path} />
      </p>
      {description && (
        <p>
          <Coded text={description} />
        </p>
      )}
      {parameters.length > 0 && (
        <>
          <h3>{t(words.parameters)}</h3>
          <Parameters parameters={parameters} />
        </>
      )}
      {body && <Body {...body} />}
      <h3>{t(words.answers)}</h3>
      <Answers answers={answers} />
      <Answered answers={answers} />
      <h3>{t(words.example)}</h3>
      <Copyable id={`${id}-curl`}>
        <pre class="curl">
          <code>{curlOf(operation, baseUrl)}</code>
        </pre>
      </Copyable>
    </section>
  )
}

function Body({ mediaType, schema }: NonNullable<Operation['body']>) {
  const t = useText()
  return (
    <>
      <h3>
        {t(words.body)} <code class="quiet">{mediaType}</code>
      </h3>
      {schema && <SchemaFields schema={schema} />}
    </>
  )
}

/** The fields of a good answer, where it has any of its own; a shared schema is described once, elsewhere. */
function Answered({ answers }: { answers: readonly Answer[] }) {
  const t = useText()
  const good = answers.find(({ status }) => status.startsWith('2'))
  if (!good?.schema || fieldsIn(good.schema).length === 0) return <></>
  return (
    <details class="schema-rest">
      <summary>{t(words.fieldsOf(good.status))}</summary>
      <SchemaFields schema={good.schema} />
    </details>
  )
}
