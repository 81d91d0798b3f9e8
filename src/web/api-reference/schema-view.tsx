import { Local, useText } from '../lang.tsx'
import { paths } from '../paths.ts'
import type { Answer, Operation } from './reading.ts'
import type { Schema } from './document.ts'
import { fieldsIn, isPlain, nameOf, refIn, typeOf } from './reading.ts'
import { placeWords, referenceWords as words } from './words.ts'

/** Optional fields shown at once; a form of a hundred fields keeps the rest folded. */
const shownAtOnce = 14

export const schemaPath = (name: string) => `${paths.apiDocs}/schemas#schema-${name}`

/** What a schema is made of: every field with its type, and the fields inside it below. */
export function SchemaFields({ schema }: { schema: Schema }) {
  const t = useText()
  const fields = fieldsIn(schema)
  const required = fields.filter(([, , isRequired]) => isRequired)
  const optional = fields.filter(([, , isRequired]) => !isRequired)
  const first = optional.length > shownAtOnce ? shownAtOnce - 4 : shownAtOnce
  const rest = optional.slice(first)
  return (
    <>
      <Fields fields={[...required, ...optional.slice(0, first)]} />
      {rest.length > 0 && (
        <details class="schema-rest">
          <summary>{t(words.moreFields(rest.length))}</summary>
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
export function Parameters({ parameters }: { parameters: Operation['parameters'] }) {
  return (
    <dl class="schema">
      {parameters.map(({ name, in: place, required = false, schema = {}, description }) => (
        <div>
          <dt>
            <code>{name}</code>{' '}
            <span class="small quiet">
              <Local text={placeWords[place] ?? { zh: place, en: place }} />
            </span>
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
export function Answers({ answers }: { answers: readonly Answer[] }) {
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
  const nothing = (
    <span class="schema-type">
      <Local text={words.noContent} />
    </span>
  )
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
      {required && (
        <strong class="schema-required">
          <Local text={words.required} />
        </strong>
      )}
    </span>
  )
}

/** A sentence of the document: what stands between backquotes is code. */
export function Coded({ text }: { text: string }) {
  const parts = text.split('`')
  return <>{parts.map((part, at) => (at % 2 === 1 ? <code>{part}</code> : <>{part}</>))}</>
}
