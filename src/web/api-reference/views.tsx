import { Copyable } from '../components/values.tsx'
import { useText, Local } from '../lang.tsx'
import {
  type Answer,
  fieldsIn,
  type Operation,
  type Schema,
  isPlain,
  nameOf,
  refIn,
  typeOf,
  choicesOf,
  withoutNull,
} from './document.ts'
import { referenceWords as words, placeWords } from './words.ts'
import { paths } from '../paths.ts'

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
          <Local as="h3" text={words.parameters} />
          <Parameters parameters={parameters} />
        </>
      )}
      {body && <Body {...body} />}
      <Local as="h3" text={words.answers} />
      <Answers answers={answers} />
      <Answered answers={answers} />
      <Local as="h3" text={words.example} />
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
  const good = answers.find(({ status }) => status.startsWith('2'))
  if (!good?.schema || fieldsIn(good.schema).length === 0) return <></>
  return (
    <details class="schema-rest">
      <Local as="summary" text={words.fieldsOf(good.status)} />
      <SchemaFields schema={good.schema} />
    </details>
  )
}

/** Optional fields shown at once; a form of a hundred fields keeps the rest folded. */
const mostAtOnce = 14

const schemaPath = (name: string) => `${paths.apiDocs}/schemas#schema-${name}`

/** What a schema is made of: every field with its type, and the fields inside it below. */
export function SchemaFields({ schema }: { schema: Schema }) {
  const fields = fieldsIn(schema)
  const required = fields.filter(([, , isRequired]) => isRequired)
  const optional = fields.filter(([, , isRequired]) => !isRequired)
  const first = optional.length > mostAtOnce ? mostAtOnce - 4 : mostAtOnce
  const rest = optional.slice(first)
  return (
    <>
      <Fields fields={[...required, ...optional.slice(0, first)]} />
      {rest.length > 0 && (
        <details class="schema-rest">
          <Local as="summary" text={words.moreFields(rest.length)} />
          <Fields fields={rest} />
        </details>
      )}
    </>
  )
}

function Fields({ fields }: { fields: ReturnType<typeof fieldsIn> }) {
  if (fields.length === 0) return <></>
  return (
    <dl class="schema">
      {fields.map(([name, schema, required]) => (
        <div>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <TypeLine schema={schema} required={required} />
            <span>{schema.description && <Coded text={schema.description} />}</span>
            {!isPlain(schema) && <Fields fields={fieldsIn(schema)} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What an operation takes beside its body, each with where it stands in the request. */
function Parameters({ parameters }: { parameters: Operation['parameters'] }) {
  return (
    <dl class="schema">
      {parameters.map(({ name, in: place, required = false, schema = {}, description }) => (
        <div>
          <dt>
            <code>{name}</code>{' '}
            <Local
              as="span"
              class="small quiet"
              text={placeWords[place] ?? { zh: place, en: place }}
            />
          </dt>
          <dd>
            <TypeLine schema={schema} required={required} />
            <span>
              <Coded text={description ?? schema.description ?? ''} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What comes back: a good answer with what it is made of, then every way to be refused. */
function Answers({ answers }: { answers: readonly Answer[] }) {
  const good = answers.filter(({ status }) => status < '400')
  const refusals = answers.filter(({ status }) => status >= '400')
  return (
    <>
      <dl class="schema">
        {good.map((answer) => (
          <GoodAnswer {...answer} />
        ))}
      </dl>
      {refusals.length > 0 && (
        <ul class="refusals">
          {refusals.map(({ status, meaning }) => (
            <li>
              <a href={schemaPath('Problem')}>
                <code>{status}</code>
              </a>
              <span>
                <Coded text={meaning} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function GoodAnswer({ status, meaning, schema }: Answer) {
  const nothing = <Local as="span" class="schema-type" text={words.noContent} />
  return (
    <div>
      <dt>
        <code>{status}</code>
      </dt>
      <dd>
        {schema ? <TypeLine schema={schema} /> : nothing}
        <span>
          <Coded text={meaning} />
        </span>
      </dd>
    </div>
  )
}

/** A type, a link where it is a shared schema. */
export function TypeLine({ schema, required }: { schema: Schema; required?: boolean }) {
  const ref = refIn(schema)
  return (
    <span class="schema-type">
      {ref ? <a href={schemaPath(nameOf(ref))}>{typeOf(schema)}</a> : typeOf(schema)}
      {schema.default !== undefined && <code> = {JSON.stringify(schema.default)}</code>}
      {required && <Local as="strong" class="schema-required" text={words.required} />}
    </span>
  )
}

/** A sentence of the document: what stands between backquotes is code. */
export function Coded({ text }: { text: string }) {
  const parts = text.split('`')
  return <>{parts.map((part, at) => (at % 2 === 1 ? <code>{part}</code> : <>{part}</>))}</>
}

/** A request that would be taken, as one types it into a shell. */
function curlOf(operation: Operation, baseUrl: string): string {
  const { method, path, parameters, body, answers } = operation
  const address =
    baseUrl + path.replace(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`)
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema }) => `${name}=${inAddress(exampleOf(schema ?? {}))}`)
  const url = query.length > 0 ? `${address}?${query.join('&')}` : address
  const needsPerson = method !== 'GET' || answers.some(({ status }) => status === '401')
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"${url}"`,
    ...(needsPerson ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(parameters.some(({ name, required }) => name === 'If-Match' && required)
      ? [`-H 'If-Match: "3"'`]
      : []),
    ...bodyLines(body),
  ].join(' \\\n  ')
}

function bodyLines(body: Operation['body']): string[] {
  if (!body) return []
  if (body.mediaType === 'multipart/form-data')
    return fieldsIn(body.schema ?? {})
      .filter(([, schema, required]) => required || isFile(schema))
      .map(
        ([name, schema]) => `-F ${name}=${isFile(schema) ? '@FILE' : inAddress(exampleOf(schema))}`,
      )
  const json = JSON.stringify(exampleOf(body.schema ?? {})).replaceAll("'", String.raw`'\''`)
  return [`-H "Content-Type: ${body.mediaType}"`, `-d '${json}'`]
}

const inAddress = (value: unknown) =>
  typeof value === 'string' ? value : JSON.stringify(value ?? '')

const isFile = ({ format }: Schema) => format === 'binary'

const byFormat: Record<string, string> = {
  uuid: '01928f4e-7a3b-7c21-9d54-2f6b8c0e1a77',
  date: '2026-03-02',
  'date-time': '2026-03-02T09:00:00Z',
  email: 'name@example.org',
  uri: 'https://example.org',
}

const byType: Record<string, unknown> = {
  string: '…',
  integer: 1,
  number: 1,
  boolean: true,
  array: [],
  object: {},
}

/** The smallest value that says what a schema wants: required fields, or the first two where none is. */
export function exampleOf(written: Schema): unknown {
  const { schema } = withoutNull(written)
  const fixed = schema.const ?? schema.default ?? schema.enum?.[0]
  if (fixed !== undefined) return fixed
  if (schema.properties) return objectOf(schema)
  if (schema.items) return [exampleOf(schema.items)]
  const choice = choicesOf(schema)?.[0]
  return choice ? exampleOf(choice) : plainOf(schema)
}

function objectOf(schema: Schema): Record<string, unknown> {
  const fields = fieldsIn(schema)
  const needed = fields.filter(([, , required]) => required)
  const shown = needed.length > 0 ? needed : fields.slice(0, 2)
  return Object.fromEntries(shown.map(([name, field]) => [name, exampleOf(field)]))
}

function plainOf({ type = 'string', format = '', minimum = 0 }: Schema): unknown {
  const first = Array.isArray(type) ? type[0] : type
  return byFormat[format] ?? (minimum > 1 ? minimum : byType[first ?? 'string'])
}
