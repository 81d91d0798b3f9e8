import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn, Refused } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords, editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { ledgerOf } from '../../entries/pages.tsx'
import { stockCrumb } from '../../pages/crumbs.ts'
import { ScanField } from '../../pages/scan.tsx'
import { amountOf } from '../../rules.ts'
import { stockPaths } from '../../words/paths.ts'
import { getKeptLot, getLot, type LotRow } from '../actions/hold.ts'
import { closeHarvest, editLot, freezeLot } from '../actions/keep.ts'
import { freezingForm, lotEdit } from '../model.ts'
import { lotWords as words, originNames } from '../words.ts'
import { stateOf } from './columns.tsx'
import { lot } from './item.ts'

type C = HonoContext<Env>
const tag = 'stock'
const path = '/lots/:id'
const hrefOf = ({ id }: { id: string }) => stockPaths.lot(id)

/** A part of a lot’s page that another area adds; null where it has nothing to say of the lot. */
export type LotSection = (c: C, row: LotRow) => Promise<Child>

type Typed = { entry?: Filled; refused?: Filled }
type Show = (c: C, typed?: Typed) => Promise<Response>

const edit = write({
  path,
  method: 'patch',
  tag,
  summary: 'Change the details of a lot: its code, place, reserve, what may be asked for',
  refuses: [409],
  form: lotEdit.edit,
  versioned: true,
  answer: lot,
  does: editLot,
  at: `${path}/edit`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: editPage,
})

const closing = (show: Show) =>
  write({
    path: `${path}/harvest-closing`,
    tag,
    summary: 'Close a harvest: no more is weighed in, and taking may begin',
    refuses: [409],
    does: (ctx, _, key) => closeHarvest(ctx, key),
    answer: lot,
    flash: () => words.closedNow,
    next: hrefOf,
    page: (c, refused) => show(c, { refused }),
  })

const freezing = (show: Show) =>
  write({
    path: `${path}/freezing`,
    tag,
    summary: 'Freeze a lot: nothing is entered any more, and it is never deleted',
    refuses: [409],
    form: freezingForm,
    does: freezeLot,
    answer: lot,
    flash: () => words.frozenNow,
    next: hrefOf,
    page: (c, refused) => show(c, { refused }),
  })

/** A lot with its ledger, and with what other areas say of it. */
export function lotSurfaces(sections: readonly LotSection[] = []) {
  const show: Show = (c, typed = {}) => lotPage(c, { sections, ledger: ledger.section, ...typed })
  const ledger = ledgerOf({
    entry: (c, entry) => show(c, { entry }),
    count: (c, refused) => show(c, { refused }),
  })
  const own = new Hono<Env>().get(path, (c) => show(c)).get(`${path}/edit`, (c) => editPage(c))
  const parts = [lot, ...ledger.parts, edit, closing(show), freezing(show)]
  return surfaces(...parts, { pages: own })
}

type Shown = Typed & {
  sections: readonly LotSection[]
  ledger: ReturnType<typeof ledgerOf>['section']
}

async function lotPage(c: C, { sections, ledger, entry, refused }: Shown): Promise<Response> {
  const row = await getLot(c.var.ctx, c.req.param('id') ?? '')
  return page(
    c,
    {
      title: words.lotOf(row.code),
      lead: row.record.title,
      crumbs: [stockCrumb, { text: row.record.title, href: paths.record(row.record.id) }],
      actions: <Tools row={row} />,
      status: (entry ?? refused)?.status ?? 200,
    },
    <>
      <Refused form={refused} />
      <ScanField autofocus={!(entry ?? refused)} />
      <Figures row={row} />
      {await ledger(c, row, entry)}
      {await Promise.all(sections.map((section) => section(c, row)))}
      <About row={row} />
      {isOpenFor(row) && <Ending row={row} />}
    </>,
  )
}

/** Whoever reads it may write, too. */
const isOpenFor = ({ isKept, frozenAt }: LotRow) => isKept && frozenAt === null

function Tools({ row }: { row: LotRow }) {
  const here = hrefOf(row)
  return (
    <>
      <ButtonLink href={stockPaths.labels(row.id)} text={words.labels} />
      {isOpenFor(row) && (
        <>
          <ButtonLink href={`${here}/moves`} text={words.moves} />
          <ButtonLink href={`${here}/edit`} icon="edit" text={words.edit} />
        </>
      )}
    </>
  )
}

/** What one came for: how much there is, how much of it is free, where it lies. */
function Figures({ row }: { row: LotRow }) {
  const { unit, balance, reserved, free, criticalReserve, place } = row
  const amount = (quantity: number) => <Local text={amountOf(unit, quantity)} />
  return (
    <FieldList
      fields={[
        {
          label: columnWords.state,
          value: (
            <>
              <StateBadge {...stateOf(row)} />{' '}
              {!row.isOffered && <StateBadge tone="calm" text={words.notOffered} />}
            </>
          ),
        },
        { label: words.balance, value: amount(balance) },
        { label: words.free, value: amount(free) },
        { label: words.reserved, value: amount(reserved) },
        { label: lotEdit.labels.criticalReserve, value: amount(criticalReserve) },
        {
          label: words.place,
          value: place ? (
            <a href={stockPaths.place(place.id)}>
              <code>{place.path}</code>
            </a>
          ) : (
            <Local text={words.nowhere} />
          ),
        },
      ]}
    />
  )
}

function About({ row }: { row: LotRow }) {
  const { labels } = lotEdit
  const { unit, requestMax, thousandSeedGrams, generation, note, frozenReason } = row
  const fields = [
    { label: words.origin, value: <Local text={originNames[row.origin]} /> },
    { label: words.parents, value: row.parents.length > 0 && <Lots lots={row.parents} /> },
    { label: words.children, value: row.children.length > 0 && <Lots lots={row.children} /> },
    { label: labels.generation, value: generation !== null && String(generation) },
    {
      label: labels.thousandSeedGrams,
      value: thousandSeedGrams !== null && <Local text={amountOf('gram', thousandSeedGrams)} />,
    },
    {
      label: labels.requestMax,
      value: requestMax !== null && <Local text={amountOf(unit, requestMax)} />,
    },
    { label: labels.note, value: note },
    { label: words.frozen, value: frozenReason },
  ]
  return (
    <Section title={words.about}>
      <FieldList fields={fields.filter(({ value }) => Boolean(value))} />
    </Section>
  )
}

const Lots = ({ lots }: { lots: readonly { id: string; code: string }[] }) => (
  <>
    {lots.map(({ id, code }, at) => (
      <>
        {at > 0 && ' · '}
        <a href={stockPaths.lot(id)}>{code}</a>
      </>
    ))}
  </>
)

/** What ends a harvest, or the lot itself. */
function Ending({ row }: { row: LotRow }) {
  const here = hrefOf(row)
  return (
    <div class="kept-actions">
      {row.isOpenHarvest && (
        <SmallForm action={`${here}/harvest-closing`} text={words.close} about={words.closeAbout} />
      )}
      <SmallForm
        action={`${here}/freezing`}
        text={words.freeze}
        of={[row.code, row.record.title]}
        look="danger"
        about={words.freezeAbout}
      >
        <SmallField id="freezing" name="reason" label={freezingForm.labels.reason} required />
      </SmallForm>
    </div>
  )
}

async function editPage(c: C, edited?: Filled) {
  const row = await getKeptLot(c.var.ctx, c.req.param('id') ?? '')
  const form = edited ?? filledIn(lotEdit.open({ ...row, place: row.place?.path }))
  const { code, version } = row
  return page(
    c,
    {
      title: words.edit,
      lead: words.lotOf(code),
      crumbs: [stockCrumb, { text: words.lotOf(code), href: hrefOf(row) }],
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      {...{ of: lotEdit, form, action: `${hrefOf(row)}/edit`, submit: editWords.save, version }}
    />,
  )
}
