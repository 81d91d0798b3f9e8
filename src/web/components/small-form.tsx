import { type Child, createContext, useContext } from 'hono/jsx'
import { inLang, type Lang, type LocalText, type Text } from '../../core/text.ts'
import { Button } from './button.tsx'
import { FieldError, idOf } from './form-field.tsx'
import type { Filled } from '../forms.tsx'
import { Local, useText } from '../lang.tsx'
import { useAnswered } from '../shown-again.tsx'

/** A thing by its names: the person and the qualification. */
type Thing = readonly (LocalText | string)[]

/** What destroys names what it is done to. */
type Props = Common &
  (
    | { look?: 'plain' | 'primary' }
    | { look: 'danger'; label: LocalText }
    | { look: 'danger'; of: Thing }
  )

type Common = {
  action: string
  text: LocalText
  /** `primary`: the page's main action, which explains itself before it is done. */
  look?: 'plain' | 'danger' | 'primary'
  /** What follows, and whether it can be undone: what cannot be taken back lightly is explained before it is done. */
  about?: LocalText
  /** The whole of it as a phrase: what is done to what. */
  label?: LocalText
  /** What it is done to, where there is no such phrase. */
  of?: Thing
  children?: Child
}

/** What was typed into the small form around a field, where it was refused. */
const Refused = createContext<Filled | undefined>(undefined)

/** What is done with one entry of a list, folded away until it is asked for, or was refused. */
export function SmallForm(props: Props) {
  const { action, text, look = 'plain', about, label, of, children } = props
  const refused = useAnswered(action)
  const t = useText()
  const name = label ? t(label) : of && t(actOn(text, of))
  return (
    <details open={refused !== undefined}>
      <Local
        as="summary"
        text={text}
        aria-label={name}
        class={look === 'primary' ? 'button button-primary' : undefined}
      />
      <form class="stacked-form small-form" method="post" action={action}>
        {name && <p class="small-form-of">{name}</p>}
        {about && <Local as="p" text={about} />}
        <Refused.Provider value={refused}>{children}</Refused.Provider>
        <div class="form-actions">
          <Button look={look} text={text} {...(name && { label: name })} />
        </div>
      </form>
    </details>
  )
}

/** `撤销：王芳 · 操作资格`: what is done to what, where a word alone would ask. */
export function actOn(text: LocalText, of: Thing): Text {
  const parts = (lang: Lang) =>
    of.map((one) => (typeof one === 'string' ? one : inLang(one, lang))).join(' · ')
  return {
    zh: `${inLang(text, 'zh')}：${parts('zh')}`,
    en: `${inLang(text, 'en')}: ${parts('en')}`,
  }
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
