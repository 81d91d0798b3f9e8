import type { Child } from 'hono/jsx'
import { ButtonLink } from '../components/button.tsx'
import { Copyable } from '../components/values.tsx'
import { PageHead } from '../components/navigation.tsx'
import { Local, useText } from '../lang.tsx'
import { paths } from '../paths.ts'
import type { Schema, Group } from './document.ts'
import { OperationView, Route, Coded, SchemaFields, TypeLine } from './views.tsx'
import { basicsWords, referenceWords as words } from './words.ts'

export const groupPath = (tag: string) => `${paths.apiDocs}/${encodeURIComponent(tag)}`
const schemasTag = 'schemas'

type IndexProps = { groups: readonly Group[]; baseUrl: string; documentPath: string }

/** What holds for all of it, then every operation in one line each. */
export function ReferenceIndex({ groups, baseUrl, documentPath }: IndexProps) {
  return (
    <>
      <PageHead title={words.title} lead={words.lead}>
        <ButtonLink href={documentPath} icon="download" text={words.download} />
      </PageHead>
      <Framed groups={groups}>
        <Basics baseUrl={baseUrl} />
        <Local as="h2" class="reference-all" id="operations" text={words.operations} />
        {groups.map(({ tag, operations }) => (
          <section class="operation-list" aria-labelledby={`group-${tag}`}>
            <h3 id={`group-${tag}`}>
              <a href={groupPath(tag)}>{tag}</a>
              <Local as="span" class="quiet" text={words.count(operations.length)} />
            </h3>
            <ul>
              {operations.map(({ id, method, path, summary }) => (
                <li>
                  <a href={`${groupPath(tag)}#${id}`}>
                    <Route method={method} path={path} />
                    <span class="operation-summary">{summary}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Framed>
    </>
  )
}

function Basics({ baseUrl }: { baseUrl: string }) {
  return (
    <section class="basics" aria-labelledby="basics">
      <Local as="h2" id="basics" text={words.basics} />
      {basicsWords.map(({ title, text, example }, at) => (
        <div class="basic">
          <div>
            <Local as="h3" text={title} />
            <Local as="p" text={text} />
          </div>
          <Copyable id={`basic-${at}`}>
            <pre class="curl">
              <code>{example(baseUrl)}</code>
            </pre>
          </Copyable>
        </div>
      ))}
    </section>
  )
}

type GroupProps = { groups: readonly Group[]; group: Group; baseUrl: string }

/** Every operation of one group. */
export function ReferenceGroup({ groups, group, baseUrl }: GroupProps) {
  const lead = words.count(group.operations.length)
  return (
    <>
      <PageHead title={{ zh: group.tag, en: group.tag }} lead={lead} />
      <Framed groups={groups} current={group.tag}>
        {group.operations.map((operation) => (
          <OperationView operation={operation} baseUrl={baseUrl} />
        ))}
      </Framed>
    </>
  )
}

type SchemasProps = { groups: readonly Group[]; schemas: readonly [string, Schema][] }

/** The shapes that several operations share. */
export function ReferenceSchemas({ groups, schemas }: SchemasProps) {
  return (
    <>
      <PageHead title={words.schemas} lead={words.schemasLead} />
      <Framed groups={groups} current={schemasTag}>
        {schemas.map(([name, schema]) => (
          <section class="operation" id={`schema-${name}`} aria-labelledby={`schema-${name}-title`}>
            <h2 id={`schema-${name}-title`}>
              <code>{name}</code>
            </h2>
            {schema.description && (
              <p>
                <Coded text={schema.description} />
              </p>
            )}
            {schema.properties ? (
              <SchemaFields schema={schema} />
            ) : (
              <p>
                <TypeLine schema={schema} />
              </p>
            )}
          </section>
        ))}
      </Framed>
    </>
  )
}

type FramedProps = { groups: readonly Group[]; current?: string; children?: Child }

/** The groups at the side, the page itself beside them. */
function Framed({ groups, current, children }: FramedProps) {
  const t = useText()
  const here = (tag: string) => (tag === current ? 'page' : undefined)
  return (
    <div class="split reference">
      <nav class="field-index" aria-label={t(words.contents)}>
        <p aria-hidden="true">{t(words.contents)}</p>
        <ul>
          <li>
            <a href={paths.apiDocs} aria-current={current ? undefined : 'page'}>
              {t(words.basics)}
            </a>
          </li>
          {groups.map(({ tag, operations }) => (
            <li>
              <a href={groupPath(tag)} aria-current={here(tag)}>
                {tag}
                <span class="numeric">{operations.length}</span>
              </a>
            </li>
          ))}
          <li>
            <a href={groupPath(schemasTag)} aria-current={here(schemasTag)}>
              {t(words.schemas)}
            </a>
          </li>
        </ul>
      </nav>
      <div>{children}</div>
    </div>
  )
}
