import type { Schema } from './document.ts'
import { choicesOf, fieldsIn, type Operation, withoutNull } from './reading.ts'

/** A request that would be taken, as one types it into a shell. */
export function curlOf(operation: Operation, baseUrl: string): string {
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
