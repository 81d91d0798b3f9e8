import { KindTag } from '../../../catalog/records/pages/cards.tsx'
import { inLang, type LocalText } from '../../../core/text.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { ActButton, filledIn } from '../../../web/forms.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { basketPaths } from '../../words/baskets.ts'
import {
  type CriteriaChoices,
  CriteriaFields,
  criteriaOpened,
} from '../../samples/pages/criteria.tsx'
import type { BasketItem } from '../actions/read.ts'
import { basketWords as words } from '../words.ts'
import { Amount } from './add.tsx'

type Shown = { item: BasketItem; choices: CriteriaChoices | undefined }

/** One thing in the basket: what it is, how much, and how to change or remove it. */
export function ItemLine({ item, choices }: Shown) {
  const { id, record, state, sentence } = item
  const t = useText()
  const title = inLang(record.title, useLang())
  return (
    <article class="basket-item" id={`item-${id}`}>
      <div class="basket-what">
        <p class="card-meta">
          {record.kind && <KindTag kind={record.kind} />}
          {item.isLoan && <StateBadge tone="note" text={words.onLoan} />}
          {state === 'incomplete' && <StateBadge tone="caution" text={words.incomplete} />}
          {(state === 'gone' || state === 'not_offered') && (
            <StateBadge tone="calm" text={words.skipped} />
          )}
        </p>
        {record.kind ? (
          <Local as="a" class="row-title" href={paths.record(record.id)} text={record.title} />
        ) : (
          <Local as="span" class="row-title" text={record.title} />
        )}
        {whatOf(item).map((text) => (
          <Local as="p" class="quiet small" text={text} />
        ))}
        {sentence && <Local as="p" class="basket-note" text={sentence} />}
      </div>
      {state !== 'gone' && state !== 'not_offered' && (
        <HowMuch item={item} choices={choices} title={title} />
      )}
      <ActButton
        action={basketPaths.removal(id)}
        text={words.remove}
        look="quiet"
        label={t(words.removeOf(title))}
      />
    </article>
  )
}

/** What of the record is meant, and what it costs. */
function whatOf(item: BasketItem): LocalText[] {
  const { target, delivery, serviceZh, serviceEn, versionNumber, lotCode, price } = item
  if (delivery === 'order') return [{ zh: serviceZh, en: serviceEn }]
  if (delivery === 'download')
    return [
      ...(versionNumber === null ? [] : [words.version(versionNumber)]),
      target.fileIds ? words.files(target.fileIds.length) : words.allFiles,
    ]
  return [
    ...(lotCode === null ? [] : [words.lotOf(lotCode)]),
    ...(price === null ? [] : [price]),
    ...(target.form ? [{ zh: target.form, en: target.form }] : []),
  ]
}

function HowMuch({ item, choices, title }: Shown & { title: string }) {
  const { id, facts, unit, quantity, target } = item
  const t = useText()
  if (!facts || unit === null) return <></>
  return (
    <form class="basket-amount" method="post" action={basketPaths.quantity(id)}>
      {facts.kind === 'collection' && (
        <FormField
          type="textarea"
          name="criteria"
          scope={id}
          label={words.criteria}
          rows={2}
          maxLength={2000}
          value={target.criteria ?? ''}
        />
      )}
      {facts.kind === 'collection' && choices && (
        <>
          <input type="hidden" name="asksSamples" value="true" />
          <CriteriaFields
            form={filledIn(criteriaOpened(target, 'samples'))}
            at="samples"
            scope={id}
            choices={choices}
            isOpen={item.state === 'incomplete'}
          />
        </>
      )}
      <div class="act-row">
        <Amount {...{ facts, unit, quantity, scope: id }} />
        <Button dense text={words.change} label={t(words.changeOf(title))} />
      </div>
    </form>
  )
}
