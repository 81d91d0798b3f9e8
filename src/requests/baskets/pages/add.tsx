import type { Kind } from '../../../catalog/records/model/record.ts'
import { inLang, type Text } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { type Choice, FormField } from '../../../web/components/form-field.tsx'
import { Local } from '../../../web/lang.tsx'
import { figures } from '../../../stock/rules.ts'
import type { ServiceAnswer } from '../../../orders/services/model.ts'
import { stockText, type RecordWay } from '../../ways/actions.ts'
import { wayPageWords } from '../../ways/words.ts'
import { basketPaths } from '../../words/baskets.ts'
import type { AskedUnit } from '../../requests/model/units.ts'
import { askedUnitNames } from '../../requests/words/units.ts'
import type { Typed } from '../../../core/form.ts'
import { filledIn } from '../../../web/forms.tsx'
import { type CriteriaChoices, CriteriaFields } from '../../samples/pages/criteria.tsx'
import { type ThingFacts, unitsOf, usualOf } from '../rules.ts'
import { basketWords as words } from '../words.ts'

type AddProps = {
  found: RecordWay
  versions: readonly Choice[]
  /** Of a collection. */
  criteria: CriteriaChoices | undefined
  /** Criteria that the address names: `samples.sex=female`. */
  asked: Typed
}

/** On a record's page: what and how much of it goes into the basket; what few need is folded away. */
export function AddForm({ found, versions, criteria, asked }: AddProps) {
  const { row, available } = found
  const facts = { kind: row.kind, profile: row.profile, available, serviceUnit: undefined }
  return (
    <form class="add-form" method="post" action={basketPaths.items}>
      <input type="hidden" name="record" value={row.id} />
      {available && row.kind === 'accession' && (
        <Local as="p" class="add-available" text={stockText(available).text} />
      )}
      {row.kind === 'collection' && (
        <FormField
          type="textarea"
          name="criteria"
          label={words.criteria}
          hint={words.criteriaHint}
          rows={1}
          maxLength={2000}
        />
      )}
      <div class="act-row">
        {row.kind !== 'dataset' && <Amount facts={facts} />}
        {/* Beside a button that downloads it is a second one. */}
        <Button look={found.way.act === 'add' ? 'primary' : 'plain'} text={words.add} />
      </div>
      {criteria && (
        <CriteriaFields
          form={filledIn(asked)}
          at="samples"
          choices={criteria}
          isOpen={Object.keys(asked).some((name) => name.startsWith('samples.'))}
        />
      )}
      <More kind={row.kind} versions={versions} />
    </form>
  )
}

function More({ kind, versions }: { kind: Kind; versions: readonly Choice[] }) {
  if (kind === 'instrument') return <></>
  return (
    <details class="add-more">
      <Local as="summary" text={words.more[kind]} />
      {kind === 'dataset' && <OfDataset versions={versions} />}
      {kind === 'accession' && (
        <div class="act-row">
          <FormField name="form" label={words.form} hint={words.formHint} maxLength={60} />
          <FormField name="lot" label={words.lot} hint={words.lotHint} maxLength={60} />
        </div>
      )}
      {kind !== 'dataset' && <FormField type="checkbox" name="isLoan" label={words.loan} />}
    </details>
  )
}

const OfDataset = ({ versions }: { versions: readonly Choice[] }) => (
  <>
    <FormField
      type="select"
      name="version"
      label={words.whichVersion}
      none={words.allVersions}
      choices={versions}
    />
    <FormField
      type="textarea"
      name="files"
      label={words.someFiles}
      hint={words.someFilesHint}
      rows={3}
      maxLength={100_000}
    />
  </>
)

type AmountProps = {
  facts: ThingFacts
  unit?: AskedUnit | null
  quantity?: number | null
  scope?: string
}

/** How much, in one of the units in which it is given. */
export function Amount({ facts, scope, ...now }: AmountProps) {
  const usual = usualOf(facts)
  const unit = now.unit ?? usual.unit
  const isSamples = facts.kind === 'collection'
  return (
    <>
      <FormField
        type="number"
        name="quantity"
        {...(scope && { scope })}
        label={isSamples ? words.samples : words.quantity}
        value={now.quantity ?? usual.quantity}
        min={0}
      />
      {isSamples ? (
        <input type="hidden" name="unit" value="sample" />
      ) : (
        <UnitField {...{ facts, unit, scope }} />
      )}
      {/* On a record's page it is said above. */}
      {facts.available && scope && <Most facts={facts} unit={unit} />}
    </>
  )
}

type UnitProps = { facts: ThingFacts; unit: AskedUnit; scope: string | undefined }

function UnitField({ facts, unit, scope }: UnitProps) {
  const units = unitsOf(facts)
  if (units.length === 1)
    return (
      <>
        <input type="hidden" name="unit" value={unit} />
        <Local as="span" class="amount-unit" text={askedUnitNames[unit]} />
      </>
    )
  return (
    <FormField
      type="select"
      name="unit"
      {...(scope && { scope })}
      label={words.unit}
      value={unit}
      none={null}
      choices={units.map((value) => ({ value, label: askedUnitNames[value] }))}
    />
  )
}

function Most({ facts, unit }: { facts: ThingFacts; unit: AskedUnit }) {
  const most = facts.available?.find((one) => one.unit === unit)?.requestMax
  return most ? (
    <Local as="span" class="quiet small" text={words.mostOf(figures(most), unit)} />
  ) : (
    <></>
  )
}

type AskProps = {
  instrument: string
  of: readonly ServiceAnswer[]
  /** What one of its unit costs who asks. */
  priceOf: (service: ServiceAnswer) => Text
}

/** On an instrument's page: a service of it is asked for together with other things; folded away, for most order it at once. */
export function AskService({ instrument, of, priceOf }: AskProps) {
  const choices = of.map((service) => {
    const price = priceOf(service)
    return {
      value: service.id,
      label: {
        zh: `${inLang(service.title, 'zh')}（${price.zh}）`,
        en: `${inLang(service.title, 'en')} (${price.en})`,
      },
    }
  })
  return (
    <details class="ask-service">
      <Local as="summary" text={wayPageWords.askService} />
      <form class="add-form" method="post" action={basketPaths.items}>
        <input type="hidden" name="record" value={instrument} />
        <div class="act-row">
          <FormField
            type="select"
            name="service"
            label={wayPageWords.service}
            none={null}
            choices={choices}
          />
          <FormField type="number" name="quantity" label={words.quantity} value={1} min={1} />
          <Button text={words.add} />
        </div>
      </form>
    </details>
  )
}
