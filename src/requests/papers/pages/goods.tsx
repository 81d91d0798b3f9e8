import { countryName } from '../../../core/countries.ts'
import { bothLanguages, type LocalText, type Text } from '../../../core/text.ts'
import { defaultZone, type Temporal } from '../../../core/time.ts'
import { dayInWords } from '../../../core/wall-clock.ts'
import { useText } from '../../../web/lang.tsx'
import type { Law } from '../../certificates/actions/law.ts'
import { fieldNames, wayNames } from '../../fulfilment/words.ts'
import { requestSampleWords } from '../../samples/words.ts'
import { documentNames } from '../../permits/words.ts'
import type { PaperTable, PrintedShipment, Sheet } from '../model.ts'
import { contentsFor, type GoodsPaper, tableOf } from '../rules.ts'
import { paperWords as words } from '../words.ts'
import { Both, Fields } from './parts.tsx'

type Going = { destination: string; items: readonly Law[] }
type Props = { kind: GoodsPaper; sheet: Sheet; law: Going; withPlaces: boolean }

const notes: Partial<Record<GoodsPaper, Text>> = {
  phytosanitary: words.notCertificate,
  customs: words.notDeclaration,
}

/** What is in one shipment, or has still to go, with what the law asks of it. */
export function GoodsSheet({ kind, sheet, law, withPlaces }: Props) {
  const note = notes[kind]
  const own = contentsFor(kind, sheet)
  const items = law.items.filter(({ itemId }) => own.some(({ item }) => item.id === itemId))
  return (
    <>
      <div class="paper-shipment">
        <Fields
          fields={[
            [words.shipment, <Both text={sheetName(sheet)} />],
            ...(sheet.shipment ? fieldsOf(sheet.shipment) : []),
            [words.destination, <Both text={countryName(law.destination)} />],
          ]}
        />
      </div>
      <Lines table={tableOf(kind, sheet, withPlaces)} label={words.item} />
      <Samples sheet={sheet} />
      {note && (
        <p class="small">
          <Both text={note} />
        </p>
      )}
      <Permits items={items} />
      <Asked items={items} />
      {(kind === 'delivery-note' || kind === 'packing-list') && <Signatures />}
    </>
  )
}

/** The labels of samples that are kept one by one. */
function Samples({ sheet: { shipment } }: { sheet: Sheet }) {
  const codes = (shipment?.lines ?? []).flatMap(({ samples = [] }) => samples)
  if (codes.length === 0) return null
  return (
    <p class="small">
      <Both text={requestSampleWords.samples} />: {codes.join(', ')}
    </p>
  )
}

export const sheetName = ({ number, shipment }: Sheet): Text =>
  shipment ? words.nth(number, dayOf(shipment.sentAt)) : words.rest

const dayOf = (at: Temporal.Instant): Text => dayInWords(at, defaultZone)

function fieldsOf(shipment: PrintedShipment) {
  const { way, carrier, tracking, collectedBy, note, sentAt, sentBy } = shipment
  const arrived = arrivalOf(shipment)
  return [
    [words.sentOn, <Both text={dayOf(sentAt)} />],
    [fieldNames.way, <Both text={wayNames[way]} />],
    [fieldNames.carrier, carrier],
    [fieldNames.tracking, tracking],
    [fieldNames.collectedBy, collectedBy],
    [words.sentBy, sentBy?.name],
    [fieldNames.note, note],
    [words.arrived, arrived && <Both text={arrived} />],
  ] as const
}

function arrivalOf({ receivedAt, lostAt }: PrintedShipment): Text | null {
  if (lostAt) return words.lostOn(dayOf(lostAt))
  return receivedAt && words.arrivedOn(dayOf(receivedAt))
}

function Lines({ table: { columns, rows }, label }: { table: PaperTable; label: Text }) {
  const t = useText()
  return (
    <div class="paper-scroll" role="region" aria-label={t(label)} tabindex={0}>
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
                <td class={isCode(cell) ? 'paper-whole' : undefined}>
                  {(cell.zh ?? cell.en) && <Both text={cell} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Numbers of lots and dates are not broken at their hyphens. */
const isCode = ({ zh, en }: LocalText) => zh === en && /^\S{1,20}$/.test(zh ?? '')

const same = (text: string | null): Text => ({ zh: text ?? '', en: text ?? '' })

/** The numbers of what was shown for these things, each document once. */
function Permits({ items }: { items: readonly Law[] }) {
  const shown = items.flatMap(({ permits }) => permits)
  const each = [...new Map(shown.map((one) => [`${one.document} ${one.number}`, one])).values()]
  if (each.length === 0) return null
  const rows = each.map(({ document, number, issuedOn, validUntil }) => [
    bothLanguages(documentNames[document]),
    same(number),
    same(issuedOn),
    same(validUntil),
  ])
  const columns = [words.document, words.documentNumber, words.issuedOn, words.validUntil]
  return (
    <section>
      <h2>
        <Both text={words.permits} />
      </h2>
      <Lines table={{ columns, rows }} label={words.permits} />
    </section>
  )
}

/** What the law asks, each sentence once. */
function Asked({ items }: { items: readonly Law[] }) {
  const all = items.flatMap(({ findings }) => findings)
  const each = [...new Map(all.map((finding) => [finding.ruleId, finding])).values()]
  if (each.length === 0) return null
  return (
    <section>
      <h2>
        <Both text={words.law} />
      </h2>
      <ul class="paper-law">
        {each.map(({ clause, sentence }) => (
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
