import { Button, ButtonLink } from '../../web/components/button.tsx'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { FormPair } from '../../web/components/form-pair.tsx'
import { Section } from '../../web/components/page-head.tsx'
import { useText } from '../../web/lang.tsx'
import { formWords as words } from '../words.ts'

const issues = [
  { path: 'title', message: words.titleMissing },
  { path: 'hours', message: words.hoursWrong },
]

const labels = new Map([
  ['title', words.title],
  ['hours', words.hours],
])

/** A form that came back with two errors. */
export function FormParts() {
  const t = useText()
  return (
    <Section title={words.form} id="form">
      <ErrorSummary issues={issues} labelOf={(path) => labels.get(path)} />
      <form class="form" method="get" action="#form">
        <FormPair
          name="title"
          label={words.title}
          hint={words.titleHint}
          value={{ zh: null, en: null }}
          errors={{ both: words.titleMissing }}
          required
        />
        <FormPair name="summary" label={words.summary} value={words.summaryValue} long />
        <Facts />
        <Choices />
        <FormField
          type="file"
          name="file"
          label={words.photo}
          hint={words.photoHint}
          accept="image/*"
        />
        <div class="form-actions">
          <Button look="primary">{t(words.save)}</Button>
          <ButtonLink look="quiet" href="#form">
            {t(words.cancel)}
          </ButtonLink>
        </div>
      </form>
    </Section>
  )
}

const Facts = () => (
  <div class="form-grid">
    <FormField name="model" label={words.model} value="Delta V Advantage" />
    <FormField
      type="number"
      name="hours"
      label={words.hours}
      value={9000}
      unit="h"
      error={words.hoursWrong}
    />
    <FormField type="date" name="since" label={words.since} value="2019-05-06" />
    <FormField
      type="select"
      name="status"
      label={words.status}
      value="1"
      choices={[
        { value: '1', label: words.normal },
        { value: '4', label: words.faulty },
        { value: '6', label: words.repair },
      ]}
    />
  </div>
)

const Choices = () => (
  <>
    <FormField
      type="multiselect"
      name="funds"
      label={words.funds}
      values={['1', '3']}
      choices={[
        { value: '1', label: words.central },
        { value: '2', label: words.local },
        { value: '3', label: words.own },
      ]}
    />
    <FormField
      type="checkbox"
      name="customs"
      label={words.customs}
      hint={words.customsHint}
      checked={false}
    />
  </>
)
