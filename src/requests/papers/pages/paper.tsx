import { type Context as HonoContext, Hono } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import type { Text } from '../../../core/text.ts'
import { defaultZone } from '../../../core/time.ts'
import { dayInWords } from '../../../core/wall-clock.ts'
import { symbolOf } from '../../../stock/labels/rules.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { addressFor, sealedOf } from '../../agreements/actions/seal.ts'
import { lawOf } from '../../certificates/actions/law.ts'
import { findFacts } from '../../facts/actions.ts'
import type { Organisation, RequestFacts } from '../../facts/model.ts'
import { shipmentsOf } from '../../fulfilment/actions/pick.ts'
import { getRequest } from '../../requests/actions/read.ts'
import { requestPaths } from '../../words/paths.ts'
import { type PaperKind, paperKinds, type Sheet } from '../model.ts'
import { contentsFor, type GoodsPaper, papersOf, sentItems, sheetsOf } from '../rules.ts'
import { paperNames, paperWords as words } from '../words.ts'
import { GoodsSheet, sheetName } from './goods.tsx'
import { Both, Fields } from './parts.tsx'
import { Seals } from './seals.tsx'

type C = HonoContext<Env>
const path = '/requests/:id/papers/:kind' as const
const paperHref = (id: string, kind: PaperKind) => `${requestPaths.one(id)}/papers/${kind}`

/** Papers that go with what is handed over, ready to print, for whoever is a side of the request. */
export const paperPages = new Hono<Env>().get(path, (c) => paperPage(c))

/** Links to the papers of a request; nothing before there are any. */
export function PaperLinks({ request }: { request: { id: string } & Parts }) {
  const kinds = papersOf(request.items)
  if (kinds.length === 0) return null
  return (
    <Section title={words.papers} id="papers">
      <p class="paper-links">
        {kinds.map((kind) => (
          <ButtonLink href={paperHref(request.id, kind)} text={paperNames[kind]} />
        ))}
      </p>
    </Section>
  )
}
type Parts = { items: Parameters<typeof papersOf>[0] }

async function paperPage(c: C) {
  const { ctx } = c.var
  const kind = paperKinds.find((one) => one === c.req.param('kind'))
  const request = await getRequest(ctx, { id: c.req.param('id') ?? '' })
  const found = await findFacts(ctx.db, request.id)
  if (!kind || !found) throw new Problem('not-found', words.noPaper)
  const { facts } = found
  const name = paperNames[kind]
  const address = `${ctx.baseUrl}${requestPaths.one(request.id)}`
  const title = words.of(name, facts.number)
  const today = dayInWords(ctx.now(), defaultZone)
  const head = { name, facts, address, svg: await symbolOf('qrcode', address), today }
  return page(
    c,
    {
      title: title[ctx.lang],
      crumbs: [
        { text: words.request(facts.number), href: requestPaths.one(request.id) },
        { text: name },
      ],
      main: 'paper-main',
      head: <meta name="robots" content="noindex" />,
    },
    <>
      <Local as="p" class="paper-hint quiet" text={words.print} />
      {kind === 'agreement' ? (
        <article class="paper">
          <Head {...head} />
          <Seals sealed={await sealsFor(c, request)} />
        </article>
      ) : (
        await goodsSheets(c, { kind, request, head })
      )}
    </>,
  )
}

/** Seals with the addresses that the reader may know of. */
async function sealsFor(c: C, { id, sides }: Goods['request']) {
  const { ctx } = c.var
  const reader = { sides, personId: personIdOf(ctx) }
  const sealed = await sealedOf(ctx, id)
  return sealed.map((one) => ({ ...one, address: addressFor(reader, one) }))
}

type Goods = { kind: GoodsPaper; request: Awaited<ReturnType<typeof getRequest>>; head: HeadProps }

/** A sheet for each shipment and for what has still to go; the address may name one of them. */
async function goodsSheets(c: C, { kind, request, head }: Goods) {
  const { ctx } = c.var
  const { items: shipments } = await shipmentsOf(ctx, { ...everyShipment, id: request.id })
  const all = sheetsOf(head.facts, shipments).filter((sheet) => contentsFor(kind, sheet).length > 0)
  const key = c.req.query('shipment')
  const shown = key === undefined ? all : all.filter((sheet) => sheet.key === key)
  const law = await lawOf(ctx, request.id, sentItems(head.facts))
  const withPlaces = request.sides.includes('steward')
  return (
    <>
      {all.length > 1 && <SheetLinks sheets={all} href={paperHref(request.id, kind)} />}
      {shown.map((sheet) => (
        <article class="paper">
          <Head {...head} />
          <GoodsSheet {...{ kind, sheet, law, withPlaces }} />
        </article>
      ))}
      {shown.length === 0 && <Empty title={words.none} text={words.noneText} icon="info" />}
    </>
  )
}
const everyShipment = { limit: 200, after: undefined }

function SheetLinks({ sheets, href }: { sheets: readonly Sheet[]; href: string }) {
  return (
    <p class="paper-links paper-hint">
      <ButtonLink href={href} text={words.all} />
      {sheets.map((sheet) => (
        <ButtonLink href={`${href}?shipment=${sheet.key}`} text={sheetName(sheet)} />
      ))}
    </p>
  )
}

type HeadProps = { name: Text; facts: RequestFacts; address: string; svg: string; today: Text }

function Head({ name, facts, address, svg, today }: HeadProps) {
  const t = useText()
  const { provider, recipient, requester, lab, number } = facts
  return (
    <>
      <header class="paper-head">
        <div>
          <h1>
            <Both text={name} />
          </h1>
          <Fields
            fields={[
              [words.number, number],
              [words.date, <Both text={today} />],
              [words.purpose, facts.purpose],
            ]}
          />
        </div>
        <a class="paper-code" href={address} aria-label={t(words.scan)}>
          {raw(svg)}
        </a>
      </header>
      <div class="paper-parties">
        <Party title={words.provider} of={provider}>
          {provider.collection && <Both text={provider.collection} />}
        </Party>
        <Party title={words.recipient} of={recipient} deliverTo={facts.deliverTo}>
          {[requester.name, requester.email].join(' · ')}
        </Party>
      </div>
      {lab && <Fields fields={[[words.lab, <Both text={lab} />]]} />}
    </>
  )
}

type PartyProps = {
  title: Text
  of: Organisation | null
  deliverTo?: string | null
  children: Child
}

const Party = ({ title, of, deliverTo, children }: PartyProps) => (
  <section>
    <h2>
      <Both text={title} />
    </h2>
    <Fields
      fields={[
        [words.name, of && <Both text={of.name} />],
        [words.address, of?.address],
        [words.deliverTo, deliverTo],
        [words.creditCode, of?.creditCode],
        [words.wiews, of?.wiews],
        [words.contact, children],
      ]}
    />
  </section>
)
