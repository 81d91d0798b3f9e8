import { type Context as HonoContext, Hono } from 'hono'
import { ScanForm } from '../../web/components/scan-form.tsx'
import type { Env } from '../../web/env.ts'
import { ActButton, type Filled, Refused } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { EntryAnswer } from '../entries/model.ts'
import { entryWords } from '../entries/words.ts'
import { lotForm } from '../lots/model.ts'
import { lotWords } from '../lots/words.ts'
import { stockCrumb } from '../pages/crumbs.ts'
import { amountOf } from '../rules.ts'
import { stockWords } from '../words/common.ts'
import { stockPaths } from '../words/paths.ts'
import { pickScanned, searchHeld } from './actions.ts'
import { HeldAnswer, heldFilter, scanForm } from './model.ts'
import { pickWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'stock'

const held = list({
  path: '/stock-reservations',
  tag,
  summary: 'What is held back of lots that you manage and not shipped yet, in order of place',
  refuses: [401],
  title: words.picks,
  empty: { title: words.none },
  item: HeldAnswer,
  filters: heldFilter,
  query: searchHeld,
  columns: {
    place: { label: lotWords.place, code: ({ place }) => place },
    code: {
      label: lotForm.labels.code,
      code: ({ lot }) => lot.code,
      href: ({ lot }) => stockPaths.lot(lot.id),
    },
    record: {
      label: lotWords.record,
      text: ({ record }) => record.title,
      href: ({ record }) => paths.record(record.id),
    },
    open: { label: stockWords.quantity, text: ({ unit, open }) => amountOf(unit, open) },
    purpose: { label: entryWords.purpose, text: ({ purpose }) => purpose },
    madeAt: { label: words.madeAt, moment: ({ madeAt }) => madeAt },
    action: {
      label: columnWords.action,
      cell: ({ id, requestId, lot: { code } }) =>
        requestId === null ? (
          <ActButton
            {...{ action: stockPaths.picks, text: words.take, fields: { code, reservation: id } }}
          />
        ) : (
          <Local as="a" href={stockPaths.pickingOf(requestId)} text={words.ofRequest} />
        ),
    },
  },
})

const scan = write({
  path: '/stock-reservations/scans',
  tag,
  summary: 'Ship what is held back of the lot whose label was scanned',
  refuses: [409],
  form: scanForm,
  creates: true,
  result: EntryAnswer,
  does: pickScanned,
  at: stockPaths.picks,
  flash: ({ code }, { unit, change }) => words.taken(code, amountOf(unit, -change)),
  next: () => stockPaths.picks,
  page: (c, form) => picksPage(c, form),
})

const own = new Hono<Env>().get(stockPaths.picks, (c) => picksPage(c))

/** What is to be picked, and picking it by scanning labels. */
export const { api: pickRoutes, pages: pickPages } = surfaces(held, scan, { pages: own })

const picksPage = async (c: C, refused?: Filled) =>
  page(
    c,
    {
      title: words.picks,
      lead: words.lead,
      crumbs: [stockCrumb],
      status: refused?.status ?? 200,
    },
    <>
      <Refused form={refused} />
      <ScanForm
        {...{ action: stockPaths.picks, method: 'post', label: words.scan, submit: words.take }}
        form={refused}
        autofocus
      />
      {await held.view(c, {})}
    </>,
  )
