import { formatNumber, formatYuan } from '../../../web/format.ts'
import { type Audience, audiences, type Policy } from '../../../bookings/policies/model.ts'
import type { Text } from '../../../core/text.ts'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Tag } from '../../../web/components/tag.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { type RateKey, rateKeys, type Rates } from '../model.ts'
import { rateFor } from '../rules/audience.ts'
import { windowsText } from '../rules/peak.ts'
import { audienceNames } from '../words/price.ts'
import { rateNames, rateWords as words } from '../words/rates.ts'
import { Yuan } from '../../charges/pages/money.tsx'

type Row = { audience: Audience; found: ReturnType<typeof rateFor>; isMine: boolean }
type Props = { rates: Rates; mine: Audience | undefined; hasPeak: boolean }

/** Every audience with what it pays, also where that is another's price. */
export function PriceTable({ rates, mine, hasPeak }: Props) {
  const rows = audiences.map((audience) => ({
    audience,
    found: rateFor(rates, audience),
    isMine: audience === mine,
  }))
  const asked = rateKeys.filter(
    (key) =>
      (hasPeak || key !== 'peakHourFen') &&
      rows.some(({ found }) => found?.rate[key] !== undefined),
  )
  return (
    <Table
      caption={words.rates}
      captionUnseen
      dense
      columns={[whoColumn, ...asked.map(priceColumn)]}
      rows={rows}
    />
  )
}

const whoColumn: Column<Row> = {
  key: 'who',
  label: words.audience,
  head: true,
  cell: (row) => <Who {...row} />,
}

function Who({ audience, found, isMine }: Row) {
  const t = useText()
  return (
    <span class="rate-who">
      {t(audienceNames[audience])}
      {isMine && <Tag>{t(words.you)}</Tag>}
      {found && found.audience !== audience && (
        <span class="quiet small">{t(words.asFor(audienceNames[found.audience]))}</span>
      )}
    </span>
  )
}

const priceColumn = (key: RateKey): Column<Row> => ({
  key,
  label: rateNames[key],
  align: 'end',
  cell: ({ found }) => <Price fen={found?.rate[key]} />,
})

function Price({ fen }: { fen: number | undefined }) {
  const t = useText()
  if (fen !== undefined) return <Yuan fen={fen} />
  return (
    <span class="quiet" title={t(words.notAsked)}>
      –
    </span>
  )
}

/** How time is counted, and what giving it back too late costs. */
export function Terms({ policy }: { policy: Policy }) {
  const lang = useLang()
  const yuan = (fen: number) => formatYuan(fen, lang)
  const { peak, billRoundMinutes: step = 1 } = policy
  const fees = feeTexts(policy, yuan, (hours) => formatNumber(hours, lang))
  const texts: Text[] = [
    words[policy.billBy ?? 'reserved'],
    ...(step > 1 ? [words.rounding(step)] : []),
    ...(peak ? [words.peakOf(windowsText(peak.windows))] : []),
    ...fees,
    ...(fees.length > 0 ? [words.waived] : []),
  ]
  return (
    <ul class="rate-terms">
      {texts.map((text) => (
        <li>
          <Local text={text} />
        </li>
      ))}
    </ul>
  )
}

function feeTexts(
  { cancelDeadlineMinutes, lateCancelFeeFen = 0, noShowFeeFen = 0 }: Policy,
  yuan: (fen: number) => string,
  number: (value: number) => string,
): Text[] {
  const isLate = cancelDeadlineMinutes !== undefined && lateCancelFeeFen > 0
  return [
    ...(isLate
      ? [words.lateCancel(yuan(lateCancelFeeFen), number(cancelDeadlineMinutes / 60))]
      : []),
    ...(noShowFeeFen > 0 ? [words.noShow(yuan(noShowFeeFen))] : []),
  ]
}
