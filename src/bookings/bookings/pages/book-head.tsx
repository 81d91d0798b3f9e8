import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Toast } from '../../../web/components/toast.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { bookWords as words } from '../words/pages.ts'
import { TimeInputs } from './book-fields.tsx'
import { Refused } from './refused.tsx'

const labels = {
  start: words.start,
  end: words.end,
  purpose: words.purpose,
  lab: words.lab,
  project: words.project,
  samples: words.samples,
  onBehalfOf: words.onBehalfOf,
  recurrence: words.repeat,
}

/** What was wrong, the times, and what stands in their way. */
export function FormHead({ form, zone }: { form: Filled; zone: string }) {
  const isRefused = (form.facts.objections ?? []).length > 0
  return (
    <>
      {/* What Enter sends: the first button of a form, whatever else stands before the last. */}
      <button hidden></button>
      {form.refusal && !isRefused && <Toast text={form.refusal} tone="danger" />}
      <ErrorSummary
        issues={form.issues}
        labelOf={(name) => Object.entries(labels).find(([key]) => key === name)?.[1]}
      />
      <TimeInputs form={form} zone={zone} />
      <hexi-objections role="status">
        <Refused facts={form.facts} zone={zone} />
      </hexi-objections>
    </>
  )
}
