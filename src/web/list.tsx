import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../core/context.ts'
import { type Declared, form } from '../core/form.ts'
import type { Page, Paging } from '../core/paging.ts'
import { Problem } from '../core/problem.ts'
import type { LocalText } from '../core/text.ts'
import { listOf, operation, Paging as pagingShape, tableTypes } from './api.ts'
import { type Columns, fileOf, tableColumns } from './columns.tsx'
import { Button } from './components/button.tsx'
import { FileLinks } from './components/file-links.tsx'
import type { Choice } from './components/form-field.tsx'
import { Empty } from './components/messages.tsx'
import { Pager, Toolbar } from './components/navigation.tsx'
import { Table } from './components/table.tsx'
import type { Env } from './env.ts'
import { type ChoicesFor, Fields } from './fields.tsx'
import { formatCount } from './format.ts'
import { filledWith } from './forms.tsx'
import { documented } from './item.ts'
import { partsOf, withQuery } from './paths.ts'
import { addressIn, type InPath, inPath, type Route } from './route-path.ts'
import { tableFile } from './table-file.ts'
import { sentTo } from './shown-again.tsx'
import { parsed, parseOrRefuse } from './validate.ts'
import { listWords as words, partWords } from './words.ts'

type Look<Row> = {
  title: LocalText
  empty: { title: LocalText; text?: LocalText }
  columns: Columns<Row>
}
/** What is asked for: the filters, which page, and what stands in the path. */
type Asked<F extends Declared, Path extends string> = z.output<F['schema']> & Paging & InPath<Path>

type DeclaredList<Path extends string, Item, Row, F extends Declared> = Route<Path> &
  Look<Row> & {
    /** What the API documents; rows have to satisfy it. */
    item: Item
    /** A form, or `noFilters`. */
    filters: F
    /** Permission and SQL: the area's own action. */
    query: (ctx: Context, asked: Asked<F, Path>) => Promise<Page<Row>>
  }

const fileFormats = ['csv', 'xlsx'] as const
const Format = z.enum(['json', ...fileFormats]).default('json')

/** For a list that nothing narrows. */
export const noFilters = form(z.strictObject({}), {})

const whole = { limit: 20_000, after: undefined }

/** A list, declared once: JSON with `total` and `next`, CSV and XLSX under `api`, and the part of a page under `view`. */
export function list<
  Path extends `/${string}`,
  Item extends z.ZodObject,
  Row extends z.output<Item> & object,
  F extends Declared,
>(declared: DeclaredList<Path, Item, Row, F>) {
  const { path, refuses = [], item, filters, query } = declared
  const Filter = z.object({ ...pagingShape, ...filters.schema.shape })
  const ask = (ctx: Context, asked: object) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a spread shape loses its type parameter
    query(ctx, asked as Asked<F, Path>)
  const documents = operation({
    ...declared,
    answers: { 200: listOf(item) },
    files: tableTypes,
    refuses: [413, ...refuses],
  })
  const reads = parsed('query', Filter.extend({ format: Format }))
  const api = new Hono<Env>().get(path, documents, reads, async (c) => {
    const format = Format.parse(c.req.query('format'))
    const paging = format === 'json' ? {} : whole
    const found = await ask(c.var.ctx, { ...c.req.valid('query'), ...inPath<Path>(c), ...paging })
    if (format !== 'json') return fileIn(c, format, declared, found)
    return c.json({ ...found, items: found.items.map((row) => documented(item, row)) })
  })
  /** The list as a part of a page: filters, table or cards, what to do when it is empty, the next page, files. */
  async function view(c: HonoContext<Env>, options: ViewOptions<F, Path>) {
    const { cursor, of } = options
    // A blank filter of a form without JavaScript arrives as an empty text: it narrows nothing.
    const filled = Object.entries(c.req.query()).filter(([, value]) => value !== '')
    const { [cursor ?? 'after']: after, ...typed } = Object.fromEntries(filled)
    const asked = parseOrRefuse(Filter, cursor ? { after } : { ...typed, after })
    const found = await ask(c.var.ctx, { ...asked, ...of })
    return drawn(c, { ...declared, ...options, found, typed: { ...options.shown, ...typed } })
  }
  return { api, view }
}

type ViewOptions<F extends Declared, Path extends string> = ChoicesFor<F> & {
  /** Name of the cursor in the page's address, where the page has several lists: they have no filters there. */
  cursor?: string
  /** What a filter holds where the address says nothing: what the query takes by default. */
  shown?: Readonly<Record<string, string>>
} & ([keyof InPath<Path>] extends [never] ? { of?: undefined } : { of: InPath<Path> })

type Drawn<Row> = Look<Row> & {
  path: string
  filters: Declared
  choices?: Readonly<Record<string, readonly Choice[]>> | undefined
  of?: Readonly<Record<string, string>> | undefined
  cursor?: string
  found: Page<Row>
  /** What the filters hold. */
  typed: Readonly<Record<string, string>>
}

function drawn<Row>(c: HonoContext<Env>, declared: Drawn<Row>) {
  const { path, title, empty, columns, filters, choices = {}, typed, of, cursor, found } = declared
  const { items, total, next } = found
  // What has one choice narrows nothing.
  const narrows = !cursor && Object.keys(filters.fields).some((name) => choices[name]?.length !== 1)
  const url = sentTo(c)
  const here = `/api/v1${addressIn(path, of)}${partsOf(url).search}`
  const fileHref = (format: string) => withQuery(here, { format, after: null })
  return (
    <>
      {narrows && (
        <form class="filters" method="get">
          <Fields of={filters} form={filledWith(typed)} choices={choices} search />
          <Button look="plain" text={partWords.apply} />
        </form>
      )}
      {items.length === 0 ? (
        <Empty {...empty} icon="info" />
      ) : (
        <>
          <Toolbar end={<FileLinks formats={fileFormats} hrefOf={fileHref} />}>
            {total && <p class="quiet">{formatCount(total, c.var.ctx.lang)}</p>}
          </Toolbar>
          <Table caption={title} columns={tableColumns(columns)} rows={items} keys />
        </>
      )}
      <Pager url={url} cursor={cursor ?? 'after'} next={next} />
    </>
  )
}

function fileIn<Row>(
  c: HonoContext<Env>,
  format: (typeof fileFormats)[number],
  { path, columns }: Look<Row> & { path: string },
  { items, next }: Page<Row>,
) {
  // Too many rows are refused, never cut.
  if (next !== null) throw new Problem('too-large', words.narrow(whole.limit))
  const name = path.split('/').at(-1) ?? 'list'
  return tableFile(c, format, { name, ...fileOf(columns, items, c.var.ctx.lang) })
}
