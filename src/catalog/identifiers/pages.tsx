import { Hono } from 'hono'
import { adminLink } from '../../core/navigation.ts'
import { Section } from '../../web/components/navigation.tsx'
import { Rows } from '../../web/columns.tsx'
import type { Env } from '../../web/env.ts'
import { ActButton } from '../../web/forms.tsx'
import { Local, useText } from '../../web/lang.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import type { RecordSection } from '../records/pages/record.tsx'
import { keepsRecord } from '../records/rules/record.ts'
import {
  identifiersFor,
  type IdentifierRow,
  reserveIdentifier,
  resolvePid,
  retryIdentifier,
  searchIdentifiers,
} from './actions/keep.ts'
import { IdentifierAnswer, identifierFilter, reservationForm } from './model.ts'
import { failureText, identifierWords as words, schemeNames, stateNames } from './words.ts'

const tag = 'identifiers'
const here = `${adminLink.href}/identifiers`

const retry = write({
  path: '/identifiers/:id/retry',
  tag,
  summary: 'Tell the registry of an identifier once more, at once; by who keeps its record',
  refuses: [403, 404],
  result: IdentifierAnswer,
  does: async (ctx, _, { id }) => retryIdentifier(ctx, id),
  flash: () => words.retried,
  next: (_, { record }) => (record ? paths.record(record.id) : here),
})

const columns = {
  value: { label: words.identifier, code: ({ value }: IdentifierRow) => value },
  state: { label: words.state, state: ({ state }: IdentifierRow) => stateNames[state] },
  tried: { label: words.triedAt, moment: ({ triedAt }: IdentifierRow) => triedAt },
  problem: { label: words.problem, text: ({ failure }: IdentifierRow) => failureText(failure) },
  retry: {
    label: words.retry,
    cell: (row: IdentifierRow) => <Retry row={row} />,
  },
} as const

const identifiers = list({
  path: '/identifiers',
  tag,
  summary: 'Identifiers given here to records that the caller keeps, newest first',
  title: words.identifiers,
  refuses: [401],
  empty: { title: words.none },
  item: IdentifierAnswer,
  filters: identifierFilter,
  query: searchIdentifiers,
  columns: {
    value: columns.value,
    scheme: { label: words.scheme, text: ({ scheme }) => schemeNames[scheme] },
    record: {
      label: words.record,
      text: ({ record }) => record?.title ?? words.released,
      href: ({ record }) => (record ? paths.record(record.id) : here),
    },
    state: columns.state,
    tried: columns.tried,
    problem: columns.problem,
    retry: columns.retry,
  },
})

const reservation = write({
  path: '/records/:record/identifiers',
  tag,
  summary:
    'Give a record a CSTR or a DOI: reserved while it is a draft, registered once it is published',
  refuses: [403, 404, 409],
  form: reservationForm,
  creates: '/api/v1/identifiers',
  result: IdentifierAnswer,
  does: reserveIdentifier,
  flash: () => words.reserved,
  next: ({ record }) => paths.record(record),
})

const own = new Hono<Env>()
  .get(here, async (c) =>
    page(
      c,
      { title: words.identifiers, lead: words.identifiersAbout, crumbs: [adminLink] },
      await identifiers.view(c, {}),
    ),
  )
  .get('/pid/:pid{.+}', async (c) => {
    const { ctx } = c.var
    const id = await resolvePid(ctx, c.req.param('pid'))
    return c.redirect(paths.record(id), 302)
  })

/** Identifiers given here: who keeps the records reads them, and where CSTR and DOI lead. */
export const { api: identifierRoutes, pages: identifierPages } = surfaces(
  identifiers,
  reservation,
  retry,
  { pages: own },
)

/** On a record's page, for who keeps it: its identifiers, what their registries know, and which it may still be given. */
export const identifiersSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  if (!keepsRecord(ctx.actor, row)) return null
  const { given, free } = await identifiersFor(ctx, row)
  const offered = row.visibility === 'withdrawn' ? [] : free
  if (given.length === 0 && offered.length === 0) return null
  return (
    <Section title={words.identifiers}>
      {given.length > 0 && (
        <Rows title={words.identifiers} none={words.none} columns={columns} rows={given} />
      )}
      {offered.length > 0 && (
        <>
          <Local as="p" class="quiet" text={words.reserveAbout} />
          <div class="form-actions">
            {offered.map((scheme) => (
              <ActButton
                action={`${paths.record(row.id)}/identifiers`}
                text={words.reserve(schemeNames[scheme].en)}
                fields={{ scheme }}
              />
            ))}
          </div>
        </>
      )}
    </Section>
  )
}

/** Only where something is to be done: the registry lacks something, or failed. */
function Retry({ row: { id, value, state } }: { row: IdentifierRow }) {
  const t = useText()
  if (state !== 'failed' && state !== 'waiting') return <></>
  return (
    <ActButton
      action={`/identifiers/${id}/retry`}
      text={words.retry}
      label={t(words.retryOf(value))}
    />
  )
}
