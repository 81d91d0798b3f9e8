import type { LocalText } from '../../../core/text.ts'
import { Local, useText } from '../../../web/lang.tsx'

type Props = {
  name: string
  label: LocalText
  value: string
  choices: readonly { value: string; label: LocalText }[]
}

/** One of a list, always one. */
export function Choose({ name, label, value, choices }: Props) {
  const t = useText()
  return (
    <div class="field">
      <label class="field-label" for={`choose-${name}`}>
        <Local text={label} />
      </label>
      <span class="select">
        <select class="input" id={`choose-${name}`} name={name}>
          {choices.map((choice) => (
            <option value={choice.value} selected={choice.value === value}>
              {t(choice.label)}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
