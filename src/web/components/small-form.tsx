import { type Child, createContext, useContext } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Button } from './button.tsx'
import { FieldError, idOf } from './form-field.tsx'
import type { Filled } from '../forms.tsx'
import { Local, useText } from '../lang.tsx'
import { useAnswered } from '../shown-again.tsx'

type Props = {
  action: string
  text: LocalText
  /** `primary`: the page's main action, which explains itself before it is done. */
  look?: 'plain' | 'danger' | 'primary'
  /** What follows, and whether it can be undone: what cannot be taken back lightly is explained before it is done. */
  about?: LocalText
  /** Says what it is done to where the word alone does not. */
  label?: LocalText
  children?: Child
}

/** What was typed into the small form around a field, where it was refused. */
const Refused = createContext<Filled | undefined>(undefined)

/** What is done with one entry of a list, folded away until it is asked for, or was refused. */
export function SmallForm({ action, text, look = 'plain', about, label, children }: Props) {
  const refused = useAnswered(action)
  const t = useText()
  const name = label && t(label)
  return (
    <details open={refused !== undefined}>
      <Local
        as="summary"
        text={text}
        aria-label={name}
        class={look === 'primary' ? 'button button-primary' : undefined}
      />
      <form class="stacked-form small-form" method="post" action={action}>
        {about && <Local as="p" text={about} />}
        <Refused.Provider value={refused}>{children}</Refused.Provider>
        <div class="form-actions">
          <Button look={look} text={text} {...(name && { label: name })} />
        </div>
      </form>
    </details>
  )
}

type FieldProps = {
  /** The same field stands in several entries of one page: each has an id of its own. */
  id: string
  name: string
  label: LocalText
  type?: 'text' | 'datetime-local' | 'textarea'
  /** What it opens with. */
  value?: string
  required?: boolean
}

export function SmallField({ id, name, label, type = 'text', required, ...opens }: FieldProps) {
  const refused = useContext(Refused)
  const error = refused?.error(name)
  const wiring = {
    id,
    name,
    ...(required && { required: true }),
    // The form lies far down the page: the first field that is wrong has the focus.
    ...(error && {
      autofocus: true,
      'aria-invalid': 'true' as const,
      'aria-describedby': `${idOf({ name: id })}-error`,
    }),
  }
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <Local as="label" class="field-label" for={id} text={label} />
      <SmallControl
        type={type}
        value={refused ? refused.value(name) : (opens.value ?? '')}
        wiring={wiring}
      />
      <FieldError name={id} error={error} />
    </div>
  )
}

type ControlProps = { type: NonNullable<FieldProps['type']>; value: string; wiring: object }

const SmallControl = ({ type, value, wiring }: ControlProps) =>
  type === 'textarea' ? (
    <textarea class="input" rows={2} maxlength={500} {...wiring}>
      {`\n${value}`}
    </textarea>
  ) : (
    <input
      class={type === 'text' ? 'input' : 'input input-short'}
      type={type}
      value={value}
      maxlength={500}
      {...wiring}
    />
  )
