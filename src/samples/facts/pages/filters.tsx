import { Button } from '../../../web/components/button.tsx'
import { type Choice, FormField } from '../../../web/components/form-field.tsx'
import { useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { Child } from 'hono/jsx'
import type { FactFilters } from '../model.ts'
import { factWords as words } from '../words.ts'

export type Choices = { sex: readonly Choice[]; type: readonly Choice[] }
type Props = {
  action: string
  asked: FactFilters
  choices: Choices
  submit: typeof words.show
  children?: Child
}

/** What samples are counted; a form that works by its address. */
export function FactFilterForm({ action, asked, choices, submit, children }: Props) {
  const t = useText()
  const { sex, type, disease } = asked
  return (
    <form class="use-form use-filters" action={action} aria-label={t(words.filters)}>
      <Select name="sex" value={sex} choices={choices.sex} />
      <Numbers asked={asked} names={['ageFrom', 'ageTo']} />
      <Select name="type" value={type} choices={choices.type} />
      <FormField
        name="disease"
        label={words.disease}
        hint={words.diseaseHint}
        value={disease?.join(', ')}
        maxLength={200}
      />
      <Numbers asked={withYears(asked)} names={['yearFrom', 'yearTo']} />
      {children}
      <Button look="primary" text={submit} />
    </form>
  )
}

type NumberName = 'ageFrom' | 'ageTo' | 'yearFrom' | 'yearTo'

const Numbers = ({ asked, names }: { asked: FactFilters; names: readonly NumberName[] }) => (
  <>
    {names.map((name) => (
      <FormField name={name} type="number" short label={words[name]} value={asked[name]} min={0} />
    ))}
  </>
)

/** One year is a span of its own. */
const withYears = (asked: FactFilters): FactFilters =>
  asked.year === undefined ? asked : { ...asked, yearFrom: asked.year, yearTo: asked.year }

type SelectProps = {
  name: 'sex' | 'type'
  value: readonly string[] | undefined
  choices: readonly Choice[]
}

/** Several chosen by an address stay chosen together. */
function Select({ name, value = [], choices }: SelectProps) {
  const several = value.join(',')
  const all =
    value.length > 1 ? [{ value: several, label: named(value, choices) }, ...choices] : choices
  return (
    <FormField
      type="select"
      name={name}
      label={words[name]}
      value={several}
      none={words.any}
      choices={all}
    />
  )
}

const named = (values: readonly string[], choices: readonly Choice[]) => {
  const labels = values.map((code) => choices.find(({ value }) => value === code)?.label)
  return {
    zh: labels.map((label, at) => label?.zh ?? values[at]).join('、'),
    en: labels.map((label, at) => label?.en ?? values[at]).join(', '),
  }
}

/** The filters as an address has them. */
export function queryOf({ sex, type, disease, ...spans }: FactFilters): string {
  const lists = Object.entries({ sex, type, disease }).flatMap(([name, values]) =>
    values && values.length > 0 ? [[name, values.join(',')]] : [],
  )
  const numbers = Object.entries(spans).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return new URLSearchParams([...lists, ...numbers]).toString()
}

/** The same as criteria of a request, on the page of the collection; a range of codes is none of its criteria. */
export function requestHref(recordId: string, asked: FactFilters): string {
  const { sex = [], type = [], disease = [], ageFrom, ageTo, year } = asked
  const { yearFrom = year, yearTo = year } = asked
  const codes = disease.filter((code) => !code.includes('-')).join(', ')
  const numbers = Object.entries({ ageFrom, ageTo, yearFrom, yearTo })
  const criteria = [
    ...sex.map((code) => ['sex', code]),
    ...type.map((code) => ['types', code]),
    ...(codes ? [['diagnoses', codes]] : []),
    ...numbers.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ].map(([name = '', value = '']) => [`samples.${name}`, value])
  return `${paths.record(recordId)}?${new URLSearchParams(criteria)}#way`
}
