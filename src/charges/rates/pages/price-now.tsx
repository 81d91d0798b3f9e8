import type { PriceOf } from '../../../bookings/bookings/pages/book.tsx'
import { inOneLang } from '../../../core/text.ts'
import { useLang, useText } from '../../../web/lang.tsx'
import { estimateWords, rateWords } from '../words/rates.ts'
import { ratesHref } from '../../words/paths.ts'

/** In the booking form: what the use would cost; without scripts the way to the rates. */
export const priceOf: PriceOf = (instrument) => <PriceNow instrument={instrument} />

function PriceNow({ instrument }: { instrument: string }) {
  const lang = useLang()
  const t = useText()
  const settings = { instrument, ...inOneLang(estimateWords, lang) }
  return (
    <hexi-price class="price-now" data-settings={JSON.stringify(settings)}>
      <p class="price-said" data-part="price" role="status"></p>
      <a href={ratesHref(instrument)}>{t(rateWords.rates)}</a>
    </hexi-price>
  )
}
