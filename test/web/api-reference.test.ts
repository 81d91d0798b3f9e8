import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { type Document, typeOf } from '../../src/web/api-reference/document.ts'
import { exampleOf } from '../../src/web/api-reference/views.tsx'
import { scene } from '../people/scene.ts'

test('the document is valid OpenAPI 3.1', async () => {
  await using s = await scene()
  const validator = new Validator()
  const { valid, errors } = await validator.validate(await documentOf(s))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('every route under /api/v1 is in the document, and nothing else is', async () => {
  await using s = await scene()
  const { paths } = await documentOf(s)
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const own = /^\/api\/v1\/(openapi\.json|docs(\/.*)?)$/
  const served = s.app.routes
    .filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/') && !own.test(path),
    )
    .map(({ method, path }) => `${method} ${inBraces(path.slice('/api/v1'.length))}`)
  expect([...new Set(served)].toSorted()).toEqual(documented.toSorted())
})

test('every operation says what it is, what it answers and how it refuses', async () => {
  await using s = await scene()
  const { paths } = await documentOf(s)
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  expect(operations.length).toBeGreaterThan(40)
  for (const { operationId, summary, tags, responses = {} } of operations) {
    expect(operationId).toBeTruthy()
    expect(summary).toBeTruthy()
    expect(tags).toHaveLength(1)
    const statuses = Object.keys(responses)
    expect(statuses.some((status) => status < '400')).toBe(true)
    expect(responses['400']?.description).not.toBe('Validation Error')
  }
  const ids = operations.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the pages show every operation, in both languages, and need no script or outside host', async () => {
  await using s = await scene()
  const { paths } = await documentOf(s)
  const tags = new Set(
    Object.values(paths).flatMap((methods) =>
      Object.values(methods).flatMap((operation) => operation.tags ?? []),
    ),
  )
  const pages = await Promise.all(
    ['', ...[...tags].map((tag) => `/${tag}`), '/schemas'].map(async (path) => {
      const answer = await s.ask('GET', `/api/v1/docs${path}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
      return answer.text()
    }),
  )
  const [index = '', ...rest] = pages
  const whole = rest.join('')
  for (const [path, methods] of Object.entries(paths))
    for (const { operationId = '', summary = '' } of Object.values(methods)) {
      expect(index).toContain(path)
      expect(index).toContain(`#${operationId}"`)
      expect(whole).toContain(`id="${operationId}"`)
      expect(whole).toContain(summary.replaceAll("'", '&#39;'))
    }
  for (const page of pages) {
    expect(page).not.toMatch(/ style="| on\w+="|<script(?! type="module" src="\/)/)
    expect(page).not.toMatch(/(?:src|href)="https?:\/\/(?!localhost)/)
  }
  const english = await (await s.ask('GET', '/api/v1/docs?lang=en')).text()
  expect(english).toContain('API reference')
  expect(index).toContain('API 文档')
})

test('the language chosen on a documentation page is remembered, on a JSON path it is not', async () => {
  await using s = await scene()
  const kept = async (path: string) =>
    (await s.ask('GET', `${path}?lang=en`)).headers.get('set-cookie') ?? ''
  expect(await kept('/api/v1/docs')).toContain('hexi_lang=en')
  expect(await kept('/api/v1/openapi.json')).toBe('')
})

test('a group that is not there is not found', async () => {
  await using s = await scene()
  expect((await s.ask('GET', '/api/v1/docs/nothing')).status).toBe(404)
})

test('types are said in a few words', () => {
  const nullable = { anyOf: [{ type: 'string', maxLength: 40 }, { type: 'null' }] }
  expect(typeOf(nullable)).toBe('string ≤ 40 | null')
  expect(typeOf({ type: ['string', 'null'], format: 'uuid' })).toBe('string (uuid) | null')
  expect(typeOf({ type: 'array', items: { $ref: '#/components/schemas/Record' } })).toBe(
    'array of Record',
  )
  expect(typeOf({ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 })).toBe(
    'integer',
  )
  expect(typeOf({ type: 'integer', minimum: 1, maximum: 200 })).toBe('integer 1–200')
  expect(typeOf({ enum: ['eq', 'gte'] })).toBe('"eq" | "gte"')
  const title = { type: 'object', properties: { zh: nullable, en: { type: 'string' } } }
  expect(typeOf({ ...title, required: ['en'] })).toBe('{ zh?: string ≤ 40 | null, en: string }')
})

test('an example has what is required, and something where nothing is', () => {
  const text = { type: 'string' }
  const schema = { type: 'object', properties: { a: text, b: text, c: text } }
  expect(exampleOf({ ...schema, required: ['c'] })).toEqual({ c: '…' })
  expect(exampleOf(schema)).toEqual({ a: '…', b: '…' })
  expect(exampleOf({ type: 'string', format: 'date' })).toBe('2026-03-02')
})

async function documentOf({ ask }: Pick<Awaited<ReturnType<typeof scene>>, 'ask'>) {
  const answer = await ask('GET', '/api/v1/openapi.json')
  const document: Document = await answer.json()
  return document
}

/** `/records/:id` as OpenAPI writes it. */
const inBraces = (path: string) => path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')
