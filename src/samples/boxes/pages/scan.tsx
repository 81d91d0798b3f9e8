import type { Child } from 'hono/jsx'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Toast } from '../../../web/components/messages.tsx'
import { TextField } from '../../../web/components/scan-form.tsx'
import { type Filled, filledWith } from '../../../web/forms.tsx'
import { useText } from '../../../web/lang.tsx'
import { stockPaths } from '../../../stock/words/paths.ts'
import { samplePaths } from '../../words/paths.ts'
import type { Box } from '../actions/wells.ts'
import { displacements, isConfirmable } from '../model.ts'
import { boxPageWords as words, displacementNames } from '../words/page.ts'

type Props = {
  box: Box
  chosen: string | undefined
  /** What stands in the field already: a sample that was registered from here. */
  code: string | undefined
  /** A scan that was refused, or asks something. */
  refused: Filled | undefined
  children: Child
}

/** Where a scanner types: the code, then Enter. Each scan goes into the well that is chosen, and the next one is chosen. */
export function ScanBox({ box, chosen, code, refused, children }: Props) {
  const t = useText()
  const form = refused ?? filledWith({ well: chosen ?? box.next, code })
  return (
    <hexi-box data-dropped={t(words.dropped)} data-failed={t(words.failed)}>
      <p role="status" class="quiet box-said"></p>
      {refused && <Asked box={box} form={refused} />}
      <form
        class="scan box-scan"
        method="post"
        action={`${stockPaths.place(box.id)}/scanned-tubes`}
      >
        <TextField
          type="scan"
          name="code"
          label={words.scan}
          form={form}
          scope="scan"
          maxLength={200}
          autofocus
        />
        {box.rows !== null && (
          <FormField name="well" label={words.well} form={form} scope="scan" maxLength={6} short />
        )}
        <Button text={words.putIn} look="primary" />
      </form>
      {children}
    </hexi-box>
  )
}

/** Why it was not put in, and the ways on: saying yes, or what becomes of who is there. */
function Asked({ box, form }: { box: Box; form: Filled }) {
  const objections = form.facts.objections ?? []
  const others = objections.length === 0
  const reasons = others ? [form.refusal ?? form.issues[0]?.message] : objections.map(detailOf)
  const ways = waysOn(objections)
  const confirmed = [...form.values('confirmed'), ...objections.map(({ code }) => code)]
  return (
    <div class="box-asked">
      {reasons.map((text) => text && <Toast text={text} tone={ways ? 'caution' : 'danger'} />)}
      {ways && (
        <form class="act" method="post" action={`${stockPaths.place(box.id)}/scanned-tubes`}>
          <input type="hidden" name="code" value={form.value('code')} />
          <input type="hidden" name="well" value={form.value('well')} />
          {[...new Set(confirmed.filter(isConfirmable))].map((code) => (
            <input type="hidden" name="confirmed" value={code} />
          ))}
          {ways.length === 0 ? (
            <>
              <input type="hidden" name="displaced" value={form.value('displaced')} />
              <Button text={words.yes} />
            </>
          ) : (
            ways.map((way) => <Button name="displaced" value={way} text={displacementNames[way]} />)
          )}
        </form>
      )}
      {objections.some(({ code }) => code === 'unknown_code') && (
        <p>
          <ButtonLink
            href={samplePaths.registration(box.id, form.value('code'))}
            icon="plus"
            text={words.register}
          />
        </p>
      )}
    </div>
  )
}

type Objections = NonNullable<Filled['facts']['objections']>
const detailOf = ({ detail }: Objections[number]) => detail

/** What can be chosen of a displaced one, nothing where yes is enough; undefined where nothing helps. */
function waysOn(objections: Objections) {
  if (objections.length === 0) return undefined
  const taken = objections.find(({ code }) => code === 'taken' || code === 'taken_no_swap')
  if (!objections.every((one) => one === taken || isConfirmable(one.code))) return undefined
  if (!taken) return []
  return displacements.filter((way) => way !== 'swap' || taken.code === 'taken')
}
