import { fenOf, yuanText } from '../../../core/money.ts'
import { type Audience, audiences } from '../../../bookings/policies/model.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import type { LocalText } from '../../../core/text.ts'
import { dayIn, type Temporal } from '../../../core/time.ts'
import { refusalWords } from '../../../people/words/refusals.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { type Filled, filledWith, Form } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { NewRates, type RateKey, rateKeys } from '../model.ts'
import { audienceNames, rateNames, rateWords as words } from '../words.ts'
import type { RateCardRow } from '../queries.ts'

const nameOf = (audience: Audience, key: RateKey) => `${audience}.${key}`
const cells = audiences.flatMap((audience) => rateKeys.map((key) => ({ audience, key })))

/** The form as it opens, with the latest prices. */
export const typedRates = (card: RateCardRow | undefined): Filled =>
  filledWith(
    Object.fromEntries(
      cells.map(({ audience, key }) => [
        nameOf(audience, key),
        yuanText(card?.rates[audience]?.[key]),
      ]),
    ),
  )

/** The typed rates in 分; refused with every invalid amount. */
export function newRatesOf(
  form: Filled,
  { zone, now }: { zone: string; now: Temporal.Instant },
): NewRates {
  const typed = cells.flatMap(({ audience, key }) => {
    const text = form.value(nameOf(audience, key)).trim()
    return text === '' ? [] : [{ audience, key, fen: fenOf(text) }]
  })
  const issues: Issue[] = typed
    .filter(({ fen }) => !(fen >= 0 && fen <= 100_000_000))
    .map(({ audience, key }) => ({ path: nameOf(audience, key), message: words.badAmount }))
  if (issues.length > 0) throw new Problem('invalid', refusalWords.invalid, { issues })
  const rates = Object.fromEntries(
    [...Map.groupBy(typed, ({ audience }) => audience)].map(([audience, prices]) => [
      audience,
      Object.fromEntries(prices.map(({ key, fen }) => [key, fen])),
    ]),
  )
  return parseOrRefuse(NewRates, {
    rates,
    version: Number(form.value('version')),
    ...(form.value('note') && { note: form.value('note') }),
    ...validFromOf(form.value('validFrom'), { zone, now }),
  })
}

/** The first moment of a day by the instrument's clock; today means at once. */
function validFromOf(
  typed: string,
  { zone, now }: { zone: string; now: Temporal.Instant },
): { validFrom?: string } {
  const text = typed.trim()
  if (text === '' || text === now.toZonedDateTimeISO(zone).toPlainDate().toString()) return {}
  const day = dayIn(text)
  if (day) return { validFrom: day.toZonedDateTime(zone).toInstant().toString() }
  throw new Problem('invalid', words.badDay, {
    issues: [{ path: 'validFrom', message: words.badDay }],
  })
}

const labels: Record<string, LocalText> = {
  validFrom: words.validFrom,
  note: words.note,
  ...Object.fromEntries(
    cells.map(({ audience, key }) => [
      nameOf(audience, key),
      {
        zh: `${audienceNames[audience].zh}：${rateNames[key].zh}`,
        en: `${audienceNames[audience].en}: ${rateNames[key].en}`,
      },
    ]),
  ),
}

type Props = { action: string; form: Filled; version: number }

/** All prices at once: a group of amounts for each audience. */
export const RatesForm = ({ action, form, version }: Props) => (
  <Form action={action} form={form} submit={words.save} labels={labels}>
    <input type="hidden" name="version" value={String(version)} />
    {audiences.map((audience) => (
      <fieldset class="rate-group">
        <Local as="legend" text={audienceNames[audience]} />
        <div class="rate-amounts">
          {rateKeys.map((key) => (
            <FormField
              name={nameOf(audience, key)}
              label={rateNames[key]}
              form={form}
              maxLength={14}
              short
            />
          ))}
        </div>
      </fieldset>
    ))}
    <FormField
      type="date"
      name="validFrom"
      label={words.validFrom}
      hint={words.validFromHint}
      form={form}
    />
    <FormField name="note" label={words.note} form={form} maxLength={500} />
  </Form>
)
