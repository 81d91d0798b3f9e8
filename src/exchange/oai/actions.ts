import { kinds } from '../../catalog/records/model/record.ts'
import { termsOf } from '../../catalog/vocabularies/actions.ts'
import type { Context } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { inLang } from '../../core/text.ts'
import { element, type Xml } from '../../core/xml.ts'
import { kindDefinitions } from '../../kinds.ts'
import { dataciteOf } from '../datacite/rules/datacite.ts'
import { dataciteElement } from '../datacite/rules/xml.ts'
import { describeApart, type Skipped } from '../described/actions.ts'
import type { Described } from '../described/model.ts'
import type { FormatName, Going, Header, OaiError, Selection, SetFilter } from './model.ts'
import {
  findEarliest,
  findHeader,
  harvestedInstitutions,
  headersAfter,
  insertGone,
} from './queries.ts'
import {
  answered,
  errorsXml,
  formatsXml,
  headerXml,
  identifyXml,
  listXml,
  recordXml,
  setsXml,
} from './rules/answer.ts'
import { hostOf } from './rules/identifiers.ts'
import { type Asked, readRequest } from './rules/request.ts'
import { allSets, readSet } from './rules/sets.ts'
import { tokenOf } from './rules/token.ts'
import { dublinCoreElement } from './rules/dublin-core.ts'

type Question = {
  /** Arguments in their order, as they were sent. */
  given: readonly (readonly [string, string])[]
  adminEmail: string
}

/** `skipped` could not be written: they are left out of their page, and named in the log. */
type Answered = { body: string; skipped: readonly Skipped[] }

/** Answers a harvester as everybody, whoever asks: what one harvests, others are shown. */
export async function answerHarvester(ctx: Context, question: Question): Promise<Answered> {
  const asEverybody: Context = { ...ctx, actor: { type: 'anonymous' } }
  const read = readRequest(question.given, hostOf(ctx.baseUrl))
  const skipped: Skipped[] = []
  const content =
    'errors' in read
      ? errorsXml(read.errors)
      : await contentOf(asEverybody, read.asked, { ...question, skip: (one) => skipped.push(one) })
  const { echo } = read
  const at = ctx.now().toString()
  return { body: answered({ at, url: urlOf(ctx), echo }, content), skipped }
}

const urlOf = ({ baseUrl }: Context) => `${baseUrl}/oai`

type Means = { adminEmail: string; skip: (one: Skipped) => void }

async function contentOf(ctx: Context, asked: Asked, means: Means): Promise<Xml[]> {
  if (asked.verb === 'Identify') return [await identity(ctx, means.adminEmail)]
  if (asked.verb === 'ListMetadataFormats') return formatsFor(ctx, asked.identifier)
  if (asked.verb === 'ListSets') return [setsXml(await setsIn(ctx))]
  return asked.verb === 'GetRecord' ? oneRecord(ctx, asked, means) : listed(ctx, asked, means)
}

async function identity(ctx: Context, adminEmail: string): Promise<Xml> {
  const earliest = (await findEarliest(ctx.db)) ?? ctx.now().toString()
  return identifyXml({ name: 'Hexi 河西', url: urlOf(ctx), adminEmail, earliest })
}

async function formatsFor(ctx: Context, id: string | null): Promise<Xml[]> {
  if (id === null) return [formatsXml()]
  const header = await findHeader(ctx.db, id)
  if (!header) return errorsXml([unknownRecord])
  return header.isDeleted ? errorsXml([noFormats]) : [formatsXml()]
}

async function setsIn(ctx: Context) {
  const [institutions, libraries, subjects] = await Promise.all([
    harvestedInstitutions(ctx.db),
    termsOf(ctx, 'library'),
    termsOf(ctx, 'subject'),
  ])
  return allSets({
    kinds: kinds.map((kind) => ({ code: kind, label: kindDefinitions[kind].label })),
    institutions: institutions.map(({ code, name }) => ({
      code,
      label: { zh: inLang(name, 'zh'), en: inLang(name, 'en') },
    })),
    libraries: [...libraries.values()],
    subjects: [...subjects.values()],
  })
}

type OneAsked = { identifier: string; prefix: FormatName }

async function oneRecord(
  ctx: Context,
  { identifier, prefix }: OneAsked,
  { skip }: Means,
): Promise<Xml[]> {
  const header = await findHeader(ctx.db, identifier)
  if (!header) return errorsXml([unknownRecord])
  const [record] = await recordsOf(ctx, [header], { prefix, skip })
  return record ? [element('GetRecord', {}, record)] : errorsXml([unwritable])
}

/** A page holds this many; headers are small. */
const pageSizes = { ListRecords: 100, ListIdentifiers: 500 } as const
/** So many pages in a row are looked at while none of their records can be written. */
const mostPages = 20

type ListVerb = keyof typeof pageSizes
type ListAsked = { verb: ListVerb; selection: Selection | Going }

async function listed(ctx: Context, { verb, selection }: ListAsked, means: Means): Promise<Xml[]> {
  const filter = selection.set === null ? undefined : readSet(selection.set)
  if (selection.set !== null && !filter) return errorsXml([noMatch])
  let going = selection
  for (let turn = 0; turn < mostPages; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a page names the next
    const page = await pageFrom(ctx, { verb, selection: going, filter }, means)
    if (page.items.length > 0)
      return [listXml({ ...page, verb, cursor: isCut(selection, page.next) ? page.cursor : null })]
    if (!page.next) break
    going = page.next
  }
  return errorsXml([noMatch])
}

/** A list that is whole in one answer has no token, not even an empty one. */
const isCut = (selection: Selection | Going, next: Going | undefined) =>
  next !== undefined || 'after' in selection

type PageAsked = ListAsked & { filter: SetFilter | undefined }

async function pageFrom(ctx: Context, { verb, selection, filter }: PageAsked, means: Means) {
  const limit = pageSizes[verb]
  const { after, cursor } = 'after' in selection ? selection : { after: undefined, cursor: 0 }
  const { from, before, prefix } = selection
  const found = await headersAfter(ctx.db, { from, before, filter, after }, limit + 1)
  const headers = found.slice(0, limit)
  const items =
    verb === 'ListIdentifiers'
      ? headers.map((header) => headerXml(header, hostOf(ctx.baseUrl)))
      : await recordsOf(ctx, headers, { prefix, skip: means.skip })
  const last = headers.at(-1)
  const next: Going | undefined =
    found.length > limit && last
      ? { ...selection, after: { at: last.at, id: last.id }, cursor: cursor + headers.length }
      : undefined
  return { items, cursor, next, token: next ? tokenOf(next) : null }
}

type Writing = { prefix: FormatName; skip: Means['skip'] }

/** Headers with what is written of each; one that cannot be written is left out, and named. */
async function recordsOf(
  ctx: Context,
  headers: readonly Header[],
  { prefix, skip }: Writing,
): Promise<Xml[]> {
  const host = hostOf(ctx.baseUrl)
  const there = headers.filter(({ isDeleted }) => !isDeleted).map(({ id }) => id)
  const described = await describeApart(ctx, there, skip)
  return headers.flatMap((header) => {
    if (header.isDeleted) return [recordXml(headerXml(header, host), undefined)]
    const one = described.get(header.id)
    if (!one) return []
    try {
      return [recordXml(headerXml(header, host), writers[prefix](one))]
    } catch (error) {
      skip({ id: header.id, error })
      return []
    }
  })
}

const writers: Record<FormatName, (one: Described) => Xml> = {
  oai_dc: dublinCoreElement,
  oai_datacite: (one) => dataciteElement(dataciteOf(one)),
}

type RecordsAsked = {
  filter: SetFilter | undefined
  after: { at: string; id: string } | undefined
  limit: number
}

/** Public records by when they changed, for catalogues of other formats; what is gone is among them, as deleted. */
export const publicRecordsAfter = async (ctx: Context, { limit, ...asked }: RecordsAsked) =>
  headersAfter(ctx.db, { ...asked, from: null, before: null }, limit)

/** Before a record's row goes, that was public: harvesters are told that it is gone. */
export const noteGone = async (trx: Trx, ctx: Context, recordId: string): Promise<void> =>
  insertGone(trx, recordId, ctx.now().toString())

const unknownRecord: OaiError = {
  code: 'idDoesNotExist',
  text: 'No record here has this identifier.',
}
const noFormats: OaiError = { code: 'noMetadataFormats', text: 'The record was withdrawn.' }
const noMatch: OaiError = { code: 'noRecordsMatch', text: 'No record matches.' }
const unwritable: OaiError = {
  code: 'cannotDisseminateFormat',
  text: 'This record cannot be given in this format.',
}
