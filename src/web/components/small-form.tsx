import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Button } from './button.tsx'
import { Local } from '../lang.tsx'

type Props = {
  action: string
  text: LocalText
  look?: 'plain' | 'danger'
  /** What follows, and whether it can be undone: what cannot be taken back lightly is explained before it is done. */
  about?: LocalText
  /** Says what it is done to where the word alone does not. */
  label?: string
  /** Unfolded from the start: something in it was refused. */
  open?: boolean
  children?: Child
}

/** What is done with one entry of a list, folded away until it is asked for. */
export const SmallForm = (props: Props) => {
  const { action, text, look = 'plain', about, label, open = false, children } = props
  return (
    <details open={open}>
      <Local as="summary" text={text} aria-label={label} />
      <form class="stacked-form small-form" method="post" action={action}>
        {about && <Local as="p" text={about} />}
        {children}
        <div class="form-actions">
          <Button look={look} text={text} {...(label && { label })} />
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
  value?: string
  required?: boolean
}

export function SmallField({ id, name, label, type = 'text', value = '', required }: FieldProps) {
  const common = { id, name, ...(required && { required: true }) }
  return (
    <div class="field">
      <Local as="label" class="field-label" for={id} text={label} />
      {type === 'textarea' ? (
        <textarea class="input" rows={2} maxlength={500} {...common}>
          {value}
        </textarea>
      ) : (
        <input
          class={type === 'text' ? 'input' : 'input input-short'}
          type={type}
          value={value}
          maxlength={500}
          {...common}
        />
      )}
    </div>
  )
}
