import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Document, nameOf, type Schema } from '../../src/web/api-reference/document.ts'
import { fullHouse, type FullHouse, idIn } from './scene.ts'
import { formOf, idOf, ifMatch, textValueOf, valueOf } from './values.ts'

const seed = 20_261_125
const rounds = 30
const callers = ['demo-curator', 'demo-researcher', undefined] as const

type Operation = Document['paths'][string][string]
type Doing = { method: string; path: string; operation: Operation }
type Made = { address: string; init: RequestInit; as: string | undefined }

test(
  'no generated request is answered with a fault, an undocumented status or another shape',
  { timeout: 180_000 },
  async () => {
    const errors: unknown[] = []
    await using house = await fullHouse(errors)
    const document: Document = await (await house.as().get('/api/v1/openapi.json')).json()
    const conforms = conformanceTo(document)
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
    )
    // Of what would create something most is refused: it is asked twice as often.
    const doings = operations.flatMap((one) =>
      one.operation.responses?.['201'] ? [one, one] : [one],
    )
    const counts = new Map<number, number>()
    const wrong = new Map<string, string>()
    const startedAt = performance.now()
    let asked = 0
    for (let round = 0; round < rounds; round += 1)
      for (const doing of doings) {
        const random = seed + asked
        const [made] = fc.sample(requestOf(doing, document, house.ids), {
          numRuns: 1,
          seed: random,
        })
        if (!made) throw new Error('Nothing was generated.')
        errors.length = 0
        // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a run can be repeated
        const answer = await ask(house, made)
        asked += 1
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1)
        const fault = conforms(doing, answer)
        if (fault) note(wrong, { doing, made, fault, answer, errors })
        const id = answer.status === 201 ? idIn(answer.text) : undefined
        if (id) house.add(doing.path.split('/').at(-1) ?? '', id)
      }
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    const statuses = [...counts].toSorted(([one], [other]) => one - other)
    console.log(
      `${asked} requests to ${operations.length} operations as ${callers.length} callers in ${seconds} s: ${statuses.map(([status, count]) => `${count} × ${status}`).join(', ')}`,
    )
    expect([...wrong.values()]).toEqual([])
    expect(asked).toBeGreaterThan(5000)
    expect(counts.get(200)).toBeGreaterThan(500)
    expect(counts.get(201)).toBeGreaterThan(50)
  },
)

type Fault = { doing: Doing; made: Made; fault: string; answer: Answer; errors: unknown[] }

/** The first request of each kind of fault. */
function note(wrong: Map<string, string>, { doing, made, fault, answer, errors }: Fault): void {
  const key = `${doing.method} ${doing.path}: ${fault}`
  const body = typeof made.init.body === 'string' ? made.init.body.slice(0, 400) : ''
  const more = [made.as, made.address, body, answer.text.slice(0, 300), ...errors.map(String)]
  if (!wrong.has(key)) wrong.set(key, [key, ...more].join('\n  '))
}

type Known = Parameters<typeof valueOf>[1]
type Parameter = NonNullable<Operation['parameters']>[number]

function requestOf(doing: Doing, document: Document, ids: FullHouse['ids']): fc.Arbitrary<Made> {
  const { path, operation } = doing
  const known = {
    ids: [...ids.values()].flat(),
    resolve: (ref: string) => schemaNamed(document, ref),
  }
  const parameters = operation.parameters ?? []
  const takesMatch = parameters.some(({ name }) => name === 'If-Match')
  const pathValues = parameters
    .filter((one) => one.in === 'path')
    .map(({ name, schema = {} }) =>
      schema.enum || schema.pattern
        ? textValueOf(name, schema, known)
        : idOf(ids.get(collectionOf(path, name)) ?? [], known.ids),
    )
  const inQuery = parameters.filter((one) => one.in === 'query')
  return fc
    .record({
      named: fc.tuple(...pathValues),
      query: fc.tuple(...inQuery.map((one) => queryValueOf(one, inQuery.length, known))),
      body: bodyOf(operation.requestBody?.content ?? {}, known),
      version: takesMatch ? ifMatch : fc.constant(undefined),
      as: fc.constantFrom(...callers, ...callers.slice(0, 2), ...callers.slice(0, 2)),
    })
    .map((drawn) => assembled(doing, drawn))
}

/** One in three of many, so that not all requests stop at the first that is wrong. */
const queryValueOf = (
  { name, schema = {}, required = false }: Parameter,
  of: number,
  known: Known,
) =>
  fc.oneof(
    { weight: 2, arbitrary: textValueOf(name, schema, known).map((text) => [name, text]) },
    { weight: required ? 0 : of, arbitrary: fc.constant([]) },
  )

function bodyOf(content: Record<string, { schema?: Schema }>, known: Known): fc.Arbitrary<Body> {
  const json = content['application/json']?.schema
  const form = content['multipart/form-data']?.schema
  const bodies = [
    ...(json ? [valueOf(json, known).map(jsonBody)] : []),
    ...(form ? [formOf(form, known).map(formBody)] : []),
  ]
  return bodies.length > 0 ? fc.oneof(...bodies) : fc.constant({})
}

type Drawn = {
  named: readonly string[]
  query: readonly (readonly string[])[]
  body: Body
  version: string | undefined
  as: string | undefined
}

function assembled({ method, path }: Doing, { named, query, body, version, as }: Drawn): Made {
  const values = named.values()
  const address = path.replaceAll(/\{\w+\}/g, () =>
    encodeURIComponent((values.next().value ?? '').toWellFormed()),
  )
  const asked = query.flatMap(([name, text]) =>
    name && text !== undefined ? [[name, text.toWellFormed()]] : [],
  )
  return {
    address: `/api/v1${address}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`,
    as,
    init: {
      method: method.toUpperCase(),
      ...body,
      headers: { ...body.headers, ...(version && { 'if-match': version }) },
    },
  }
}

/** `instruments` of `/instruments/{id}/holds`: what the id in its braces is one of. */
function collectionOf(path: string, name: string): string {
  const parts = path.split('/')
  return parts[parts.indexOf(`{${name}}`) - 1] ?? ''
}

type Body = { body?: string | FormData; headers?: Record<string, string> }

const jsonBody = (value: unknown): Body =>
  value === undefined
    ? {}
    : { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } }

function formBody({ texts, hasBoundary, name }: FormValue): Body {
  if (!hasBoundary) return { body: 'x', headers: { 'content-type': 'multipart/form-data' } }
  const body = new FormData()
  for (const [key, value] of Object.entries(Object(texts)))
    if (key === 'file') body.set(key, new File(['Fe 3.2%'], name.toWellFormed()))
    else body.set(key, String(value).toWellFormed())
  return { body }
}
type FormValue = { texts: unknown; hasBoundary: boolean; name: string }

type Answer = { status: number; type: string; text: string }

async function ask({ app }: FullHouse, { address, init, as }: Made): Promise<Answer> {
  const headers = {
    ...Object.fromEntries(new Headers(init.headers)),
    ...(as && { authorization: `Bearer ${as}` }),
  }
  const answer = await app.request(address, { ...init, headers })
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';')
  return { status: answer.status, type, text: await answer.text() }
}

function schemaNamed({ components }: Document, ref: string): Schema {
  const schema = components?.schemas?.[nameOf(ref)]
  if (!schema) throw new Error(`The document has no ${ref}.`)
  return schema
}

/** What is wrong with an answer to an operation by the document; undefined where nothing is. */
function conformanceTo(document: Document) {
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  ajv.addSchema({ ...document, $id: 'hexi:api' })
  return ({ method, path, operation }: Doing, { status, type, text }: Answer) => {
    if (status >= 500) return `${status}`
    const documented = operation.responses?.[String(status)]
    if (!documented) return `${status} is not documented`
    const { content } = documented
    if (!content) return text === '' ? undefined : `${status} has a body`
    if (!content[type] && !content['*/*']) return `${status} as ${type} is not documented`
    if (!type.endsWith('json')) return undefined
    const at = ['paths', path, method, 'responses', String(status), 'content', type, 'schema']
    return misshapen(ajv.getSchema(`hexi:api#/${at.map(pointer).join('/')}`), text)
  }
}

const pointer = (part: string) =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

function misshapen(validate: ValidateFunction | undefined, text: string): string | undefined {
  if (!validate) throw new Error('The document has no such schema.')
  if (validate(JSON.parse(text))) return undefined
  const [first] = validate.errors ?? []
  return `another shape: ${first?.instancePath.replaceAll(/\d+/g, '*')} ${first?.message}`
}
