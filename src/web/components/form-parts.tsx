import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'

export type Wiring = {
  id: string
  name: string
  required?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
}

type Tied = {
  name: string
  hint?: LocalText | undefined
  error?: LocalText | undefined
  required?: boolean | undefined
}

export const idOf = (name: string) => `field-${name}`

/** The attributes that tie an input to its hint and error. */
export function wiringOf({ name, hint, error, required }: Tied): Wiring {
  const id = idOf(name)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    name,
    ...(required && { required: true }),
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': 'true' as const }),
  }
}

export function FieldLabel(props: {
  for: string
  label: LocalText
  required?: boolean | undefined
}) {
  const t = useText()
  return (
    <label class="field-label" for={props.for}>
      <Local text={props.label} />
      {props.required && <span class="field-required">{t(partWords.required)}</span>}
    </label>
  )
}

export function FieldHint({ name, hint }: { name: string; hint?: LocalText | undefined }) {
  if (!hint) return <></>
  return (
    <p class="field-hint" id={`${idOf(name)}-hint`}>
      <Local text={hint} />
    </p>
  )
}

export function FieldError({ name, error }: { name: string; error?: LocalText | undefined }) {
  if (!error) return <></>
  return (
    <p class="field-error" id={`${idOf(name)}-error`}>
      <Icon name="warning" small />
      <span>
        <Local text={error} />
      </span>
    </p>
  )
}
