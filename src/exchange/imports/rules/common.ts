import { z } from 'zod'
import type { Identifier } from '../../../catalog/records/model/record.ts'
import type { RecordChange } from '../../../catalog/records/model/shapes.ts'
import { accessNames } from '../../../catalog/records/words.ts'
import type { CommonColumn } from '../../mapping/rules.ts'
import { identifierOf } from '../../metadata/rules/identifiers.ts'
import { listedIn } from '../../values/rules/cell.ts'
import type { Title } from './title.ts'

export type Texts = { [Key in CommonColumn]?: string | null }

export type Common = Pick<RecordChange, 'summary' | 'keywords' | 'library' | 'subjects'> & {
  identifiers?: readonly Identifier[]
  access?: string
}

export function languagesOf(texts: Texts, what: 'title' | 'summary'): Title {
  const [zh, en] = [texts[`${what}.zh`], texts[`${what}.en`]]
  return { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) }
}

/** The common part of a record, of what its row has columns for. */
export function commonIn(texts: Texts): Common {
  const { keywords, library, subjects, access } = texts
  const identifiers = identifiersIn(texts)
  const summary = languagesOf(texts, 'summary')
  return {
    ...(Object.keys(summary).length > 0 && { summary }),
    ...(keywords !== undefined && { keywords: splitKeywords(keywords ?? '') }),
    ...(library !== undefined && { library }),
    ...(subjects !== undefined && { subjects: listedIn(subjects ?? '') }),
    ...(access && { access: accessOf(access) }),
    ...(identifiers.length > 0 && { identifiers }),
  }
}

const splitKeywords = (text: string) =>
  text.startsWith('["') ? listedIn(text) : text.split(/[;；,，]\s*/).filter(Boolean)

/** By its code or by what it is called in either language. */
function accessOf(text: string): string {
  const found = Object.entries(accessNames).find(([code, { zh, en }]) =>
    [code, zh, en.toLowerCase()].includes(text.trim().toLowerCase()),
  )
  return found?.[0] ?? text
}

/** Empty cells leave a record its identifiers: what was registered once stays. */
function identifiersIn(texts: Texts): Identifier[] {
  const all = texts['identifiers'] ?? ''
  const rows = /^\[\s*\{/.test(all) ? Identifiers.safeParse(jsonIn(all)).data : undefined
  const read = rows ?? listedIn(all).map((value) => identifierOf({ value, type: null }))
  const named = (['doi', 'cstr'] as const).flatMap((type) =>
    listedIn(texts[`identifiers.${type}`] ?? '').map((value) => identifierOf({ value, type })),
  )
  return [...read, ...named].filter(({ value }) => value !== '')
}

const Identifiers = z.array(z.object({ scheme: z.string(), value: z.string() }))

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a dataset is known by wherever it is described. */
export const pidIn = ({ identifiers = [] }: Common): string | undefined => {
  const found = identifiers.find(({ scheme }) => scheme === 'doi' || scheme === 'cstr')
  return found && `${found.scheme}:${found.value.toLowerCase()}`
}

/** Identifiers of a file take the place of those of their scheme; others, which were registered here, stay. */
export const withOthers = (given: readonly Identifier[], before: readonly Identifier[]) => {
  const schemes = new Set(given.map(({ scheme }) => scheme))
  return [...given, ...before.filter(({ scheme }) => !schemes.has(scheme))]
}
