import { formatUnit } from '../format.ts'
import { useLang } from '../lang.tsx'
import type { Wiring } from './form-parts.tsx'

export type InputType =
  | 'text'
  | 'email'
  | 'url'
  | 'password'
  | 'search'
  | 'number'
  | 'date'
  | 'datetime-local'

type Value = string | number | null | undefined

type InputProps = {
  type?: InputType
  value?: Value
  maxLength?: number | undefined
  min?: Value
  max?: Value
  step?: number | 'any' | undefined
  unit?: string | undefined
  autocomplete?: string | undefined
  short?: boolean
  lang?: string
  wiring: Wiring
}

export function Input({ unit, ...props }: InputProps) {
  const lang = useLang()
  if (unit === undefined) return <Box {...props} />
  return (
    <span class="input-unit">
      <Box {...props} />
      <span class="quiet">{formatUnit(unit, lang)}</span>
    </span>
  )
}

const shortTypes: readonly InputType[] = ['number', 'date', 'datetime-local']

function Box({ type = 'text', short, wiring, value, min, max, step = 'any', ...rest }: InputProps) {
  const narrow = short || shortTypes.includes(type)
  return (
    <input
      type={type}
      class={narrow ? 'input input-short' : 'input'}
      value={value ?? ''}
      maxlength={rest.maxLength}
      min={min ?? undefined}
      max={max ?? undefined}
      {...(type === 'number' && { step, inputmode: 'decimal' })}
      autocomplete={rest.autocomplete}
      lang={rest.lang}
      {...wiring}
    />
  )
}

type TextareaProps = {
  value?: Value
  rows?: number
  maxLength?: number | undefined
  lang?: string
  wiring: Wiring
}

/** Grows with what is typed where the browser can. */
export function Textarea({ value, rows = 4, maxLength, lang, wiring }: TextareaProps) {
  return (
    <textarea class="input" rows={rows} maxlength={maxLength} lang={lang} {...wiring}>
      {/* The first line break after the tag is dropped by HTML: one is given away to keep the text's own. */}
      {`\n${value ?? ''}`}
    </textarea>
  )
}
