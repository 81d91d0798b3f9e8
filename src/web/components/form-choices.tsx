import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import { FieldError, FieldHint, type Wiring } from './form-parts.tsx'

/** One entry of a list to choose from; those of the same `group` stand together. */
export type Choice = { value: string; label: LocalText; group?: LocalText }

type SelectProps = {
  value?: string | number | null | undefined
  choices: readonly Choice[]
  autosubmit?: boolean
  /** The entry that chooses nothing; unset: a request to choose. */
  none?: LocalText | undefined
  wiring: Wiring
}

/** A list to choose one from. One that is not required starts with an empty entry. */
export function Select(props: SelectProps) {
  const { value, choices, autosubmit, none = partWords.choose, wiring } = props
  const t = useText()
  const chosen = String(value ?? '')
  const known = choices.some((choice) => choice.value === chosen)
  const select = (
    <span class="select">
      <select class="input" {...wiring}>
        {(!wiring.required || chosen === '') && (
          <option value="">
            <Local text={none} />
          </option>
        )}
        {/* A code that has left the list is kept, not silently replaced by another. */}
        {chosen !== '' && !known && (
          <option value={chosen} selected>
            {chosen}
          </option>
        )}
        {groupsOf(choices).map(([group, entries]) => {
          const options = entries.map((choice) => (
            <option value={choice.value} selected={choice.value === chosen}>
              {t(choice.label)}
            </option>
          ))
          return group ? <optgroup label={t(group)}>{options}</optgroup> : options
        })}
      </select>
    </span>
  )
  return autosubmit ? <hexi-autosubmit>{select}</hexi-autosubmit> : select
}

function groupsOf(choices: readonly Choice[]): [LocalText | undefined, Choice[]][] {
  const groups: [LocalText | undefined, Choice[]][] = []
  for (const choice of choices) {
    const last = groups.at(-1)
    const same = last && (last[0]?.zh ?? '') === (choice.group?.zh ?? '')
    if (same) last[1].push(choice)
    else groups.push([choice.group, [choice]])
  }
  return groups
}

type CheckboxListProps = {
  name: string
  label: LocalText
  hint?: LocalText | undefined
  error?: LocalText | undefined
  required?: boolean | undefined
  values: readonly string[]
  choices: readonly Choice[]
  wiring: Wiring
}

/** A list to choose several from: boxes to tick, which need no key held down. */
export function CheckboxList(props: CheckboxListProps) {
  const { name, label, hint, error, values, choices, wiring } = props
  const t = useText()
  return (
    <fieldset
      id={wiring.id}
      tabindex={-1}
      class={error ? 'field field-wrong' : 'field'}
      aria-describedby={wiring['aria-describedby']}
    >
      <legend class="field-label">
        <Local text={label} />
        {props.required && <span class="field-required">{t(partWords.required)}</span>}
      </legend>
      <FieldHint name={name} hint={hint} />
      <div class={choices.length > 12 ? 'checks checks-long' : 'checks'}>
        {choices.map((choice) => (
          <label class="check">
            <input
              type="checkbox"
              name={name}
              value={choice.value}
              checked={values.includes(choice.value)}
            />
            <span>
              <Local text={choice.label} />
            </span>
          </label>
        ))}
      </div>
      <FieldError name={name} error={error} />
    </fieldset>
  )
}
