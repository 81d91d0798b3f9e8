import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { inLang, type LocalText } from '../../../core/text.ts'
import { operation, tableTypes } from '../../../web/api.ts'
import { Button } from '../../../web/components/button.tsx'
import { FileLinks } from '../../../web/components/file-links.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Toolbar } from '../../../web/components/navigation.tsx'
import { Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { tableFile } from '../../../web/table-file.ts'
import { parsed } from '../../../web/validate.ts'
import { germplasmPaths } from '../../words/paths.ts'
import { compareAccessions } from '../actions.ts'
import { ComparisonAnswer } from '../model.ts'
import { observationWords as words } from '../words.ts'

const formats = ['csv', 'xlsx'] as const
const one = z.string().trim().min(1).max(200)
const Asked = z.object({
  accession: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(one).max(50))
    .describe('Ids or numbers, repeated.'),
  format: z.enum(['json', ...formats]).default('json'),
})

type Compared = Awaited<ReturnType<typeof compareAccessions>>
type Accession = Compared['accessions'][number]
type Line = Compared['traits'][number]

const nameOf = ({ number, title }: Accession): LocalText =>
  number === null ? title : { zh: number, en: number }

const api = new Hono<Env>().get(
  '/comparison',
  operation({
    tag: 'characterisation',
    summary: 'Up to 12 accessions beside each other by their traits',
    answers: { 200: ComparisonAnswer },
    files: tableTypes,
  }),
  parsed('query', Asked),
  async (c) => {
    const { accession, format } = c.req.valid('query')
    const compared = await compareAccessions(c.var.ctx, accession)
    return format === 'json' ? c.json(compared) : fileOf(c, format, compared)
  },
)

function fileOf(
  c: HonoContext<Env>,
  format: (typeof formats)[number],
  { accessions, traits }: Compared,
) {
  const { lang } = c.var.ctx
  const header = [words.trait[lang], ...accessions.map((each) => inLang(nameOf(each), lang))]
  const rows = traits.map(({ trait, values }) => [
    inLang(trait.name, lang),
    ...values.map((value) => value && (value.mean ?? inLang(value.valueText, lang))),
  ])
  return tableFile(c, format, { name: 'comparison', header, rows })
}

const pages = new Hono<Env>().get(germplasmPaths.comparison([]), async (c) => {
  const asked = (c.req.queries('accession') ?? []).flatMap((text) => text.split(/[;；]/))
  const named = asked.map((text) => text.trim()).filter(Boolean)
  const compared = await compareAccessions(c.var.ctx, named)
  const ids = compared.accessions.map(({ id }) => id)
  return page(
    c,
    { title: words.comparison, lead: words.comparisonLead, width: 'full' },
    <>
      <form class="filters" method="get">
        {ids.map((id) => (
          <input type="hidden" name="accession" value={id} />
        ))}
        <FormField
          name="accession"
          type="search"
          label={words.addToComparison}
          hint={words.addToComparisonHint}
        />
        <Button look="plain" text={words.addOne} />
      </form>
      {ids.length === 0 ? (
        <Empty title={words.nothingToCompare} text={words.nothingToCompareHint} icon="info" />
      ) : (
        <Compared compared={compared} ids={ids} />
      )}
    </>,
  )
})

function Compared({
  compared: { accessions, traits },
  ids,
}: {
  compared: Compared
  ids: readonly string[]
}) {
  const query = germplasmPaths.comparison(ids).split('?')[1] ?? ''
  const fileHref = (format: string) => `/api/v1/comparison?${query}&format=${format}`
  const without = (id: string) => germplasmPaths.comparison(ids.filter((other) => other !== id))
  return (
    <>
      <Toolbar end={<FileLinks formats={formats} hrefOf={fileHref} />} />
      <Table
        caption={words.comparison}
        dense
        matrix
        rows={[...headLines(without, accessions), ...traits.map(lineOf)]}
        columns={[
          { label: words.trait, cell: ({ head }: Cells) => head },
          ...accessions.map((each, at) => ({
            label: nameOf(each),
            cell: ({ cells }: Cells) => cells[at],
          })),
        ]}
      />
    </>
  )
}

/** Accessions side by side, for programs and people. */
export const comparison = { api, pages }

type Cells = { head: Child; cells: readonly Child[] }

const headLines = (without: (id: string) => string, accessions: readonly Accession[]): Cells[] => [
  {
    head: <Local text={words.accession} />,
    cells: accessions.map(({ id, title }) => (
      <>
        <a href={paths.record(id)}>
          <Local text={title} />
        </a>{' '}
        <Local as="a" class="quiet" href={without(id)} text={words.takeOut} />
      </>
    )),
  },
]

const lineOf = ({ trait, values }: Line): Cells => ({
  head: (
    <a href={germplasmPaths.trait(trait.id)}>
      <Local text={trait.name} />
    </a>
  ),
  cells: values.map((value) => value && <Local text={value.valueText} />),
})
