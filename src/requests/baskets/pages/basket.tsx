import { type Context as HonoContext, Hono } from 'hono'
import { invalidField } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { bothLanguages, type Text } from '../../../core/text.ts'
import { offeredLot } from '../../../stock/lots/actions/keep.ts'
import { peoplePaths } from '../../../people/words/paths.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty, Toast } from '../../../web/components/messages.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import {
  ActButton,
  type Filled,
  Refused as RefusedForm,
  sentForm,
  submitted,
} from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { wayPageWords } from '../../ways/words.ts'
import { basketPaths } from '../../words/baskets.ts'
import {
  addItem,
  addRecords,
  changeItem,
  type Refused,
  refusedAmong,
  removeItem,
  returnItem,
} from '../actions/change.ts'
import {
  type Basket,
  type BasketItem,
  byProvider,
  type ProviderPart,
  readBasket,
} from '../actions/read.ts'
import {
  criteriaChoices,
  type CriteriaChoices,
  criteriaTyped,
} from '../../samples/pages/criteria.tsx'
import { existing, holderIn, holderToWrite } from '../middleware.ts'
import { ItemChange, NewItem } from '../model.ts'
import { basketRefusals, basketWords as words } from '../words.ts'
import { ItemLine } from './item.tsx'

type C = HonoContext<Env>

/** What somebody means to ask for, by provider. */
export const basketPages = new Hono<Env>()
  .get(basketPaths.basket, (c) => basketPage(c))
  .post(basketPaths.items, (c) =>
    submitted(
      c,
      (form) =>
        form.values('record').length > 1 || form.value('many') ? addMany(c, form) : addOne(c, form),
      (form) => basketPage(c, form),
    ),
  )
  .post('/basket/items/:id', (c) =>
    submitted(
      c,
      async (form) => {
        const change = parseOrRefuse(ItemChange, changeIn(form))
        await changeItem(c.var.ctx, existing(c), { id: c.req.param('id'), ...change })
        return toBasket(c, words.changed)
      },
      (form) => basketPage(c, form),
    ),
  )
  .post('/basket/items/:id/removal', async (c) => {
    await sentForm(c)
    await removeItem(c.var.ctx, existing(c), { id: c.req.param('id') })
    return c.redirect(basketPaths.basket, 303)
  })
  .post('/basket/items/:id/return', async (c) => {
    await sentForm(c)
    await returnItem(c.var.ctx, existing(c), { id: c.req.param('id') })
    return toBasket(c, words.undone)
  })

function toBasket(c: C, text: Text) {
  setFlash(c, text)
  return c.redirect(basketPaths.basket, 303)
}

async function addOne(c: C, form: Filled) {
  const record = form.value('record')
  const input = parseOrRefuse(NewItem, {
    record,
    ...amountIn(form),
    isLoan: form.value('isLoan') === 'true',
    target: {
      ...textsIn(form, { criteria: 'criteria', service: 'serviceId', version: 'versionId' }),
      ...textsIn(form, { form: 'form' }),
      ...samplesIn(form),
      ...(form.value('files').trim() && { fileIds: fileIdsIn(form.value('files')) }),
      ...(await lotIn(c, { record, code: form.value('lot').trim() })),
    },
  })
  const { title } = await addItem(c.var.ctx, await holderToWrite(c), input)
  return toBasket(c, words.added(bothLanguages(title)))
}

/** What was ticked in a list; the page then says which of it could not be added, and why. */
async function addMany(c: C, form: Filled) {
  const records = form.values('record')
  if (records.length === 0) return toBasket(c, words.nothingChosen)
  const { added, refused } = await addRecords(c.var.ctx, await holderToWrite(c), records)
  if (added > 0) setFlash(c, words.addedMany(added))
  const ids = refused.slice(0, mostNamed).map(({ record }) => record)
  const next =
    ids.length > 0 ? withQuery(basketPaths.basket, { refused: ids.join(',') }) : basketPaths.basket
  return c.redirect(next, 303)
}

/** Reasons are named of so many: as many as a page of results has in its address. */
const mostNamed = 50

/** What was typed, under the names that a target has. */
const textsIn = (form: Filled, names: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([typed, name]) => {
      const text = form.value(typed).trim()
      return text === '' ? [] : [[name, text]]
    }),
  )

const lastId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!.*[0-9a-f]{8}-)/i

/** A file is known by the last id in the address of its page. */
function fileIdsIn(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const ids = lines.flatMap((line) => lastId.exec(line)?.[0] ?? [])
  if (ids.length < lines.length) throw invalidField('files', words.noAddress)
  return ids
}

async function lotIn(c: C, { record, code }: { record: string; code: string }) {
  if (code === '') return {}
  const lotId = isId(record) ? await offeredLot(c.var.ctx, { recordId: record, code }) : undefined
  if (lotId === undefined) throw invalidField('lot', basketRefusals.noLot)
  return { lotId }
}

const amountIn = (form: Filled) => ({
  ...(form.value('quantity').trim() && { quantity: numberIn(form.value('quantity')) }),
  ...(form.value('unit') && { unit: form.value('unit') }),
})

const samplesIn = (form: Filled) => {
  const samples = criteriaTyped(form.typed, 'samples')
  return samples ? { samples } : {}
}

const changeIn = (form: Filled) => ({
  ...amountIn(form),
  ...(form.value('asksSamples') && { samples: criteriaTyped(form.typed, 'samples') ?? null }),
  ...(form.value('criteria').trim() && { criteria: form.value('criteria') }),
})

/** What is no number stays what it is, and is refused as such. */
const numberIn = (text: string) => (Number.isNaN(Number(text)) ? text : Number(text))

async function basketPage(c: C, form?: Filled) {
  const { ctx } = c.var
  const named = (c.req.query('refused') ?? '').split(',').filter(Boolean).slice(0, mostNamed)
  const [basket, refused] = await Promise.all([
    readBasket(ctx, holderIn(c)),
    named.length > 0 ? refusedAmong(ctx, named) : [],
  ])
  const choices = basket.items.some(({ unit }) => unit === 'sample')
    ? await criteriaChoices(ctx)
    : undefined
  return page(
    c,
    { title: words.basket, lead: words.lead, ...(form && { status: form.status }) },
    <div class="basket">
      <RefusedForm form={form} />
      <NotAdded refused={refused} />
      <Removed items={basket.removed} />
      {basket.items.length === 0 ? (
        <Nothing />
      ) : (
        <Filling basket={basket} isGuest={ctx.actor.type !== 'person'} choices={choices} />
      )}
    </div>,
  )
}

const Nothing = () => (
  <Empty title={words.empty} text={words.emptyHint} icon="list">
    <ButtonLink look="primary" href={paths.search} text={words.browse} />
  </Empty>
)

type FillingProps = { basket: Basket; isGuest: boolean; choices: CriteriaChoices | undefined }

function Filling({ basket: { items }, isGuest, choices }: FillingProps) {
  const gone = items.filter(({ found }) => found === undefined)
  return (
    <hexi-amounts>
      {isGuest && <Local as="p" class="quiet" text={words.guest} />}
      {byProvider(items).map((part) => (
        <Part {...part} choices={choices} />
      ))}
      {gone.length > 0 && (
        <Section title={words.gone}>
          <Lines items={gone} choices={choices} />
        </Section>
      )}
      <p class="act-row">
        <ButtonLink look="primary" href={basketPaths.checkout} text={words.checkout} />
        <ButtonLink href={paths.search} text={words.browse} />
      </p>
    </hexi-amounts>
  )
}

type Chosen = { choices: CriteriaChoices | undefined }

function Part({ provider, items, choices }: ProviderPart & Chosen) {
  return (
    <Section
      title={provider.collection?.title ?? provider.institution.name}
      more={{
        text: words.aboutProvider,
        href: peoplePaths.institution(provider.institution.id),
      }}
    >
      {!provider.hasSteward && (
        <Toast tone="caution" text={wayPageWords.noSteward(provider.mailbox)} />
      )}
      <Lines items={items} choices={choices} />
    </Section>
  )
}

const Lines = ({ items, choices }: { items: readonly BasketItem[] } & Chosen) => (
  <ul class="basket-items">
    {items.map((item) => (
      <li>
        <ItemLine item={item} choices={choices} />
      </li>
    ))}
  </ul>
)

/** What was taken out a moment ago, to be put back. */
function Removed({ items }: { items: readonly BasketItem[] }) {
  const last = items.toSorted((a, b) => String(b.removedAt).localeCompare(String(a.removedAt)))
  return (
    <>
      {last.slice(0, 3).map(({ id, record }) => (
        <div class="toast tone-note" role="status">
          <Local as="p" text={words.removedNow(bothLanguages(record.title))} />
          <ActButton action={basketPaths.back(id)} text={words.undo} look="quiet" />
        </div>
      ))}
    </>
  )
}

function NotAdded({ refused }: { refused: readonly Refused[] }) {
  if (refused.length === 0) return <></>
  return (
    <section class="summary tone-caution" aria-labelledby="not-added">
      <Local as="h2" id="not-added" text={words.notAdded} />
      <ul>
        {refused.map(({ record, title, sentence }) => (
          <li>
            <Local as="a" href={paths.record(record)} text={title} /> <Local text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  )
}
