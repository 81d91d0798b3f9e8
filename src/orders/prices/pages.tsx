import { audienceNames } from '../../charges/rates/words.ts'
import { type Audience, audiences } from '../../instruments/model/audiences.ts'
import { Fields } from '../../web/fields.tsx'
import { formatYuan } from '../../web/format.ts'
import type { Filled } from '../../web/forms.tsx'
import { Local, useText } from '../../web/lang.tsx'
import { pageWords as words, unitNames } from '../orders/words.ts'
import { priceForm, type Prices, type Unit } from './model.ts'
import { priceFor } from './rules.ts'

/** Where staff type what a unit costs each audience. */
export const PriceFields = ({ form }: { form: Filled }) => (
  <fieldset class="order-prices">
    <legend class="field-label">
      <Local text={words.price} />
    </legend>
    <Fields of={priceForm} form={form} at="prices" />
  </fieldset>
)

type PriceProps = { service: { prices: Prices; unit: Unit }; audience: Audience | undefined }

/** What a unit costs: for the viewer where they are known, for everybody otherwise. */
export function PriceLine({ service: { prices, unit }, audience }: PriceProps) {
  const t = useText()
  const shown = (audience ? [audience] : audiences).flatMap((one) => {
    const fen = audience ? priceFor(prices, one) : prices[one]
    return fen === undefined ? [] : [{ one, fen }]
  })
  if (shown.length === 0) return <>{t(words.ask)}</>
  return (
    <ul class="service-prices">
      {shown.map(({ one, fen }) => (
        <li>
          <span class="quiet">{t(audienceNames[one])}</span>{' '}
          {t(fen === 0 ? words.free : words.each(formatYuan(fen, 'zh'), unitNames[unit]))}
        </li>
      ))}
    </ul>
  )
}
