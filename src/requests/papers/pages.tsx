import { type Context as HonoContext, Hono } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import { bothLanguages, type LocalText, type Text } from '../../core/text.ts'
import { defaultZone } from '../../core/time.ts'
import { dayInWords } from '../../core/wall-clock.ts'
import { symbolOf } from '../../stock/labels/rules.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Empty } from '../../web/components/messages.tsx'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { formatDateTime } from '../../web/format.ts'
import { Local, useText } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { type Sealed, sealedOf } from '../agreements/actions/seal.ts'
import { BothTexts } from '../agreements/pages/text.tsx'
import { agreementWords } from '../agreements/words/agreements.ts'
import { findFacts } from '../facts/actions.ts'
import type { Organisation, RequestFacts } from '../facts/model.ts'
import type { Finding } from '../permits/rules.ts'
import { permitFindings } from '../permits/actions.ts'
import { getRequest } from '../requests/actions/read.ts'
import { requestPaths } from '../words/paths.ts'
import { type PaperKind, paperKinds, type PaperTable } from './model.ts'
import { papersOf, sentItems, tableOf } from './rules.ts'
import { paperNames, paperWords as words } from './words.ts'

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
  const svg = await symbolOf('qrcode', address)
  const title = words.of(name, facts.number)
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
      <article class="paper">
        <Head {...{ name, facts, address, svg, today: dayInWords(ctx.now(), defaultZone) }} />
        {kind === 'agreement' ? (
          <Seals sealed={await sealedOf(ctx, request.id)} />
        ) : (
          <Goods kind={kind} facts={facts} findings={await lawOn(ctx, facts)} />
        )}
      </article>
    </>,
  )
}

/** What the law asks of what is sent, each sentence once. */
async function lawOn(ctx: Context, facts: RequestFacts): Promise<Finding[]> {
  const found = await permitFindings(ctx, {
    recordIds: sentItems(facts).map(({ recordId }) => recordId),
    recipientInstitutionId: facts.recipient?.id ?? null,
    destinationCountry: facts.recipient?.country ?? 'CN',
  })
  const all = found.flatMap(({ findings }) => findings)
  return [...new Map(all.map((finding) => [finding.ruleId, finding])).values()]
}

/** Both languages of a label or value, once where they are the same. */
function Both({ text }: { text: LocalText }) {
  const { zh, en } = bothLanguages(text)
  return (
    <>
      <span lang="zh-CN">{zh}</span>
      {en !== zh && (
        <>
          {' '}
          <span class="paper-en" lang="en">
            {en}
          </span>
        </>
      )}
    </>
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
        <Party title={words.recipient} of={recipient}>
          {[requester.name, requester.email].join(' · ')}
        </Party>
      </div>
      {lab && <Fields fields={[[words.lab, <Both text={lab} />]]} />}
    </>
  )
}

type PartyProps = { title: Text; of: Organisation | null; children: Child }

const Party = ({ title, of, children }: PartyProps) => (
  <section>
    <h2>
      <Both text={title} />
    </h2>
    <Fields
      fields={[
        [words.name, of && <Both text={of.name} />],
        [words.address, of?.address],
        [words.creditCode, of?.creditCode],
        [words.wiews, of?.wiews],
        [words.contact, children],
      ]}
    />
  </section>
)

/** What is not known is left out. */
const Fields = ({ fields }: { fields: readonly (readonly [Text, Child])[] }) => (
  <dl class="paper-fields">
    {fields
      .filter(([, value]) => Boolean(value))
      .map(([label, value]) => (
        <div>
          <dt>
            <Both text={label} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

type GoodsProps = {
  kind: Exclude<PaperKind, 'agreement'>
  facts: RequestFacts
  findings: readonly Finding[]
}

const notes: Partial<Record<PaperKind, Text>> = {
  phytosanitary: words.notCertificate,
  customs: words.notDeclaration,
}

function Goods({ kind, facts, findings }: GoodsProps) {
  const table = tableOf(kind, facts)
  const note = notes[kind]
  if (table.rows.length === 0) return <Empty title={words.none} text={words.noneText} icon="info" />
  return (
    <>
      <Lines table={table} />
      {note && (
        <p class="small">
          <Both text={note} />
        </p>
      )}
      <Law findings={findings} />
      {(kind === 'delivery-note' || kind === 'packing-list') && <Signatures />}
    </>
  )
}

function Lines({ table: { columns, rows } }: { table: PaperTable }) {
  const t = useText()
  return (
    <div class="paper-scroll" role="region" aria-label={t(words.item)} tabindex={0}>
      <table class="paper-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">
                <Both text={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{(cell.zh ?? cell.en) && <Both text={cell} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Law({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <section>
      <h2>
        <Both text={words.law} />
      </h2>
      <ul class="paper-law">
        {findings.map(({ clause, sentence }) => (
          <li>
            <Both text={sentence} />{' '}
            <span class="small">
              <Both text={clause} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Signatures = () => (
  <div class="paper-signatures">
    {[words.handedOver, words.received].map((by) => (
      <div>
        <p>
          <Both text={by} />
        </p>
        <p>
          <Both text={words.signedOn} />
        </p>
      </div>
    ))}
  </div>
)

function Seals({ sealed }: { sealed: readonly Sealed[] }) {
  if (sealed.length === 0) return <Empty title={words.noSeal} text={words.noSealText} icon="info" />
  return (
    <>
      {sealed.map((one) => (
        <section class="paper-seal">
          <h2>
            <Both text={one.shown.title} />{' '}
            <span class="small">
              <Both text={agreementWords.versionOf(one.shown.number)} />
            </span>
          </h2>
          <BothTexts blocks={one.shown} level={2} />
          <Fields
            fields={[
              [words.acceptedBy, one.personName],
              [words.acceptedAt, <Both text={momentWithYear(one.acceptedAt)} />],
              [
                words.hash,
                <>
                  <code class="agreement-hash">{one.sha256}</code>{' '}
                  <Both text={one.isIntact ? words.intact : words.broken} />
                </>,
              ],
            ]}
          />
        </section>
      ))}
    </>
  )
}

const momentWithYear = (at: Sealed['acceptedAt']): Text => ({
  zh: formatDateTime(at, 'zh'),
  en: formatDateTime(at, 'en'),
})
