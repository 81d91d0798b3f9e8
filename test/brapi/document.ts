import { existsSync, readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { z } from 'zod'

const file = '../shared/data/germplasm/brapi/brapi-v2.1-complete.openapi.json'
export const isPresent = existsSync(file)
if (!isPresent)
  console.warn(`SKIPPED: ${file} is absent; no answer of BrAPI was compared with its document`)

const Pointer = z.looseObject({ $ref: z.string() })
const Content = z.record(z.string(), z.looseObject({ schema: z.unknown() }))
const Answer = z.looseObject({ content: Content.optional() })
const Parameter = z.looseObject({ name: z.string(), in: z.string() })
const Operation = z.looseObject({
  parameters: z.array(z.unknown()).optional(),
  responses: z.record(z.string(), z.unknown()),
  requestBody: z.looseObject({ content: Content }).optional(),
})

const document: unknown = isPresent ? JSON.parse(readFileSync(file, 'utf8')) : {}

/** What a pointer of the document leads to. */
function at(value: unknown): unknown {
  const pointer = Pointer.safeParse(value)
  if (!pointer.success) return value
  const keys = pointer.data.$ref.slice(2).split('/')
  const found = keys.reduce<unknown>(
    (inside, key) => z.record(z.string(), z.unknown()).parse(inside)[key],
    document,
  )
  return at(found)
}

const operationOf = (method: string, path: string) => {
  const { paths } = z
    .looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(document)
  return Operation.parse(paths[path]?.[method.toLowerCase()])
}

const ajv = formats.default(new Ajv({ strict: false, validateSchema: false, allErrors: false }))
if (isPresent) ajv.addSchema(z.record(z.string(), z.unknown()).parse(document), 'brapi')

const compiled = new Map<string, ValidateFunction>()

/** What of an answer is otherwise than the document has it; undefined where all is as it should be. */
export function faultIn(
  { method = 'GET', path, status = 200 }: { method?: string; path: string; status?: number },
  body: unknown,
): string | undefined {
  const key = `${method} ${path} ${status}`
  const validate = compiled.get(key) ?? ajv.compile(schemaOf(method, path, status))
  compiled.set(key, validate)
  return validate(body) ? undefined : `${key}: ${ajv.errorsText(validate.errors)}`
}

function schemaOf(method: string, path: string, status: number): object {
  const answer = Answer.parse(at(operationOf(method, path).responses[String(status)]))
  const schema = answer.content?.['application/json']?.schema
  return z.record(z.string(), z.unknown()).parse(inDocument(schema))
}

/** Pointers lead into the document, from wherever they stand. */
function inDocument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inDocument)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === '$ref' && typeof one === 'string' && one.startsWith('#')
        ? `brapi${one}`
        : inDocument(one),
    ]),
  )
}

/** Names that an address may have, with their schemas. */
export function parametersOf(path: string): string[] {
  return (operationOf('GET', path).parameters ?? [])
    .map((parameter) => Parameter.parse(at(parameter)))
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name)
}

/** Names that a search may have, each with whether it is a list. */
export function searchedBy(path: string): [name: string, isList: boolean][] {
  const { requestBody } = operationOf('POST', path)
  const schema = z
    .looseObject({ properties: z.record(z.string(), z.unknown()) })
    .parse(at(requestBody?.content['application/json']?.schema))
  return Object.entries(schema.properties).map(([name, one]) => {
    const { type } = z.looseObject({ type: z.string().optional() }).parse(at(one))
    return [name, type === 'array']
  })
}
