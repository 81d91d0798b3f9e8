import { type Context as HonoContext, Hono } from 'hono'
import { streamOf } from '../../core/streams.ts'
import { Problem } from '../../core/problem.ts'
import { actorById } from '../../people/accounts/actions/actor.ts'
import { attachmentNamed } from '../../ports/disposition.ts'
import { anyType, operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { answerObject } from '../../web/object-answer.ts'
import { inPath } from '../../web/route-path.ts'
import { parsed } from '../../web/validate.ts'
import { getReadable, getTakeable, type Takeable } from '../access/actions.ts'
import { baseName } from '../files/rules.ts'
import type { FileRow } from '../files/actions.ts'
import { noteUse } from '../usage/routes.ts'
import type { VersionRow } from '../versions/actions.ts'
import { archiveOf, chosenFiles, damagedFile, getContent } from './actions.ts'
import { Selection, UrlSelection } from './model.ts'
import { archiveName, aria2Entry, checksumLine, manifestLine } from './rules/names.ts'
import { readTicket, ticketFor, ticketSeconds } from './rules/tickets.ts'
import type { ChosenFile } from './queries.ts'
import { downloadWords as words } from './words.ts'

type C = HonoContext<Env>

const tag = 'datasets'
const single = '/datasets/:dataset/versions/:number'
const content = `${single}/files/:id/content` as const
const gated = [401, 403, 404, 409]
/** Private, asked about anew each time, and never compressed on its way: its length and ranges are those of the file. */
const cacheControl = 'private, no-cache, no-transform'
/** An address at the bucket works without asking anybody anew: for no longer than this, nor than access lasts. */
const redirectSeconds = 5 * 60

/** Bytes of versions: a file, an archive, and lists of what there is. */
export const downloadRoutes = new Hono<Env>()
  .get(
    content,
    operation({
      summary: 'The bytes of a file, with Range; large ones may be at another address (302)',
      tag,
      files: [anyType],
      answers: { 206: null, 302: null, 304: null, 416: null },
      refuses: gated,
    }),
    async (c) => {
      const ofTicket = await asTicketHolder(c)
      const { version, file } = await getContent(c.var.ctx, inPath<typeof content>(c))
      if (ofTicket !== undefined && ofTicket !== version.id) throw badTicket()
      return answerFile(c, { version, file })
    },
  )
  .get(
    `${single}/archive.zip`,
    operation({
      summary: 'A version, or a selection of its files, as one ZIP archive',
      tag,
      files: ['application/zip'],
      answers: {},
      refuses: gated,
    }),
    parsed('query', Selection),
    async (c) => {
      const version = await getTakeable(c.var.ctx, inPath<typeof single>(c))
      return answerArchive(c, version, c.req.valid('query'))
    },
  )
  .get(
    `${single}/checksums.sha256`,
    operation({
      summary: 'SHA-256 of every file, as sha256sum -c reads it',
      tag,
      files: ['text/plain'],
      answers: {},
      refuses: gated,
    }),
    async (c) =>
      listed(c, { of: await getReadable(c.var.ctx, inPath<typeof single>(c)), line: checksumLine }),
  )
  .get(
    `${single}/manifest-sha256.txt`,
    operation({
      summary: 'The same as a manifest of BagIt (RFC 8493)',
      tag,
      files: ['text/plain'],
      answers: {},
      refuses: gated,
    }),
    async (c) =>
      listed(c, { of: await getReadable(c.var.ctx, inPath<typeof single>(c)), line: manifestLine }),
  )
  .get(
    `${single}/urls.txt`,
    operation({
      summary:
        'Addresses of the files for wget -i or aria2c -i; they work for who asks, for three days',
      tag,
      files: ['text/plain'],
      answers: {},
      refuses: gated,
    }),
    parsed('query', UrlSelection),
    async (c) => {
      const { for: reader, ...selection } = c.req.valid('query')
      const version = await getTakeable(c.var.ctx, inPath<typeof single>(c))
      const addressOf = await addressesFor(c, version)
      const line = (file: ChosenFile) =>
        reader === 'aria2' ? aria2Entry(addressOf(file), file) : `${addressOf(file)}\n`
      return listed(c, { of: version, selection, line })
    },
  )

/** A file: streamed and asserted, or where the bucket is in reach of readers and the file is large, at an address there. */
export async function answerFile(c: C, { version, file }: { version: Takeable; file: FileRow }) {
  const { ctx, services } = c.var
  const name = baseName(file.name)
  if (c.req.method === 'GET' && isFromStart(c))
    await noteUse(c, { recordId: version.recordId, target: file.id, isRequest: true })
  const { redirectsFromBytes = Infinity } = services
  const seconds = secondsLeft(ctx, version)
  if (c.req.method === 'GET' && file.sizeBytes >= redirectsFromBytes && seconds > 0) {
    const options = { seconds, downloadAs: name }
    return c.redirect(await ctx.objects.signedGet(file.key, options), 302)
  }
  return streamedFile(c, file)
}

/** For how long an address may be given out; nothing where access ends within a second. */
function secondsLeft(ctx: C['var']['ctx'], { takeableUntil }: Takeable): number {
  const left = takeableUntil
    ? (takeableUntil.epochMilliseconds - ctx.now().epochMilliseconds) / 1000
    : Infinity
  return Math.min(redirectSeconds, Math.floor(left))
}

/** The same from here, whatever its size. */
export async function streamedFile(c: C, file: FileRow): Promise<Response> {
  const { key, sizeBytes, sha256, contentType } = file
  const known = { sizeBytes, sha256, contentType }
  const wish = { key, downloadAs: baseName(file.name), cacheControl, known }
  const answer = await answerObject(c.req.raw, c.var.ctx.objects, wish)
  if (!answer) throw damagedFile()
  return answer
}

/** Whether the beginning is asked for: what goes on where another answer ended is no download of its own. */
const isFromStart = (c: C) => /^$|^bytes=\s*0-/i.test(c.req.header('range') ?? '')

export async function answerArchive(c: C, version: VersionRow, selection: Selection) {
  const archive = await archiveOf(c.var.ctx, version, selection)
  if (c.req.method === 'GET')
    await noteUse(c, { recordId: version.recordId, target: 'archive', isRequest: true })
  const name = archiveName(version.title.zh ?? version.title.en ?? '', version.number)
  return archiveAnswer(c, archive, name)
}

export const archiveAnswer = (c: C, archive: Awaited<ReturnType<typeof archiveOf>>, name: string) =>
  new Response(c.req.method === 'HEAD' ? null : archive.stream(), {
    headers: {
      'cache-control': cacheControl,
      'content-disposition': attachmentNamed(name),
      'content-length': String(archive.sizeBytes),
      'content-type': 'application/zip',
    },
  })

type Listing = {
  of: VersionRow
  selection?: Selection
  line: (file: ChosenFile) => string
}

async function listed(c: C, { of, selection = {}, line }: Listing): Promise<Response> {
  const { db } = c.var.ctx
  async function* lines() {
    for await (const file of chosenFiles({ db }, of, selection)) yield line(file)
  }
  return c.body(await streamOf(lines()), 200, {
    'cache-control': cacheControl,
    'content-type': 'text/plain; charset=utf-8',
  })
}

/** Addresses that work for who asks: of a person, by a ticket in place of their token. */
async function addressesFor(c: C, version: VersionRow) {
  const { ctx, services } = c.var
  const expires = Math.floor(ctx.now().epochMilliseconds / 1000) + ticketSeconds
  const ticket =
    ctx.actor.type === 'person'
      ? await ticketFor(services.secret, {
          personId: ctx.actor.personId,
          versionId: version.id,
          expires,
        })
      : undefined
  const files = `${ctx.baseUrl}/api/v1/datasets/${version.recordId}/versions/${version.number}/files`
  return ({ id }: ChosenFile) => `${files}/${id}/content${ticket ? `?ticket=${ticket}` : ''}`
}

/**
 * Who comes with a ticket asks as the person whom it was made for, as they are now, and may do nothing but read. Answers
 * the version that it is for.
 */
async function asTicketHolder(c: C): Promise<string | undefined> {
  const ticket = c.req.query('ticket')
  if (ticket === undefined) return undefined
  const { ctx, services } = c.var
  const read = await readTicket(services.secret, ticket, ctx.now().epochMilliseconds / 1000)
  const actor =
    read && (await actorById(ctx.db, read.personId, { type: 'token', scopes: ['read'] }))
  if (!actor) throw badTicket()
  c.set('ctx', { ...ctx, actor })
  return read.versionId
}

const badTicket = () => new Problem('forbidden', words.badTicket, { code: 'ticket' })
