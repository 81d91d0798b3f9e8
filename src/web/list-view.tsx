import type { Context } from '../core/context.ts'
import type { Declared } from '../core/form.ts'
import type { Page } from '../core/paging.ts'
import type { LocalText } from '../core/text.ts'
import { type Column, tableColumns } from './cells.tsx'
import { Button } from './components/button.tsx'
import { Empty } from './components/empty.tsx'
import type { Choice } from './components/form-choices.tsx'
import { FileLinks } from './components/file-links.tsx'
import { Pager } from './components/pager.tsx'
import { Table } from './components/table.tsx'
import { Toolbar } from './components/toolbar.tsx'
import { Fields } from './fields.tsx'
import { formatCount } from './format.ts'
import { filledIn } from './forms.tsx'
import { useLang, useText } from './lang.tsx'
import { withQuery } from './paths.ts'
import { partWords } from './words.ts'

const fileFormats = ['csv', 'xlsx'] as const

type Props<Row> = {
  declared: {
    title: LocalText
    empty: { title: LocalText; text?: LocalText }
    filters: Declared
    columns: Readonly<Record<string, Column<Row>>>
  }
  found: Page<Row>
  /** What the filters hold. */
  typed: Readonly<Record<string, string>>
  choices: Readonly<Record<string, readonly Choice[]>>
  /** Where the same list is JSON and files. */
  href: string
  /** Name of the cursor in the page's address. */
  cursor: string
  unfiltered: boolean
  url: string
  ctx: Context
}

export function ListView<Row>(props: Props<Row>) {
  const { declared, found, typed, choices, href, cursor, unfiltered, url, ctx } = props
  const { title, empty, filters, columns } = declared
  const lang = useLang()
  const { searchParams, search } = new URL(url, 'http://local')
  const fileHref = (format: string) => withQuery(`${href}${search}`, { format, after: null })
  return (
    <>
      {!unfiltered && <Filters filters={filters} typed={typed} choices={choices} />}
      {found.items.length === 0 ? (
        <Empty {...empty} icon="info" />
      ) : (
        <>
          <Toolbar end={<FileLinks formats={fileFormats} hrefOf={fileHref} />}>
            {found.total && <p class="quiet">{formatCount(found.total, lang)}</p>}
          </Toolbar>
          <Table
            caption={title}
            captionUnseen
            columns={tableColumns(columns, ctx)}
            rows={found.items}
            cards
            keys
          />
        </>
      )}
      <Pager
        first={searchParams.has(cursor) ? withQuery(url, { [cursor]: null }) : undefined}
        next={found.next === null ? undefined : withQuery(url, { [cursor]: found.next })}
      />
    </>
  )
}

function Filters({
  filters,
  typed,
  choices,
}: Pick<Props<never>, 'typed' | 'choices'> & { filters: Declared }) {
  const t = useText()
  if (filters.entries.length === 0) return <></>
  const values = Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, [text]]))
  return (
    <form class="filters" method="get">
      <Fields of={filters} form={filledIn(values)} choices={choices} search />
      <Button look="plain">{t(partWords.apply)}</Button>
    </form>
  )
}
