import { isId } from '../../../core/shapes.ts'

/** The host that identifiers are made in: `hexi.example.org`. */
export const hostOf = (baseUrl: string): string => new URL(baseUrl).hostname

/** `oai:hexi.example.org:019a…`. */
export const identifierOf = (id: string, host: string): string => `oai:${host}:${id}`

/** The record's id in one; undefined where it is none of ours. */
export function idIn(identifier: string, host: string): string | undefined {
  const prefix = identifierOf('', host)
  const id = identifier.slice(prefix.length)
  return identifier.startsWith(prefix) && isId(id) && id === id.toLowerCase() ? id : undefined
}
