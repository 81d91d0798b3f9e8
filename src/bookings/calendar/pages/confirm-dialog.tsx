import { onlyOne } from '../../../core/only.ts'
import { inOneLang, type LocalText } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { partWords } from '../../../web/words.ts'
import { confirmWords as words } from '../words.ts'
import { LabField, PriceNow } from '../../bookings/pages/form.tsx'
import { bookingPaths } from '../../words/paths.ts'

type Props = { zone: string; labs: readonly { id: string; name: LocalText }[] }

/** Asks before a chosen time is booked or a booking is moved. Without scripts it stays closed, and pages ask the same. */
export function ConfirmDialog({ zone, labs }: Props) {
  const t = useText()
  const lang = useLang()
  return (
    <hexi-confirm data-words={JSON.stringify(inOneLang(words, lang))}>
      <hexi-dialog>
        <dialog class="dialog" aria-labelledby="confirm-title">
          <div class="dialog-head">
            <h2 id="confirm-title" data-part="title">
              {t(words.create)}
            </h2>
            <button type="button" class="icon-button" data-closes aria-label={t(partWords.close)}>
              <Icon name="close" />
            </button>
          </div>
          <form class="dialog-body confirm-form" method="dialog">
            <p class="confirm-name" data-part="name"></p>
            <hexi-time-fields data-zone={zone} data-yours={t(words.yours)}>
              <Times />
              <p class="quiet" data-part="yours"></p>
            </hexi-time-fields>
            <fieldset class="confirm-particulars">
              <legend class="unseen">{t(words.purpose)}</legend>
              <FormField name="purpose" label={words.purpose} hint={words.purposeHint} required />
              {labs.length > 0 && <LabField labs={labs} value={onlyOne(labs)?.id} />}
            </fieldset>
            <hexi-objections role="status"></hexi-objections>
            <PriceNow />
            <Actions />
          </form>
        </dialog>
      </hexi-dialog>
    </hexi-confirm>
  )
}

function Actions() {
  return (
    <div class="form-actions">
      <Button look="primary" text={words.confirmCreate} />
      <Local
        as="button"
        type="button"
        class="button button-plain"
        data-closes
        text={words.giveUp}
      />
      <Local
        as="a"
        class="confirm-details"
        data-part="details"
        href={bookingPaths.bookings}
        text={words.details}
      />
    </div>
  )
}

/** Start and end by the clock of the calendar. */
const Times = () => (
  <div class="time-pair">
    <FormField type="datetime-local" name="from" label={words.start} required />
    <FormField type="datetime-local" name="to" label={words.end} required />
  </div>
)
