import { type Lang, langTag, type LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import { FieldError, FieldHint, wiringOf } from './form-parts.tsx'
import { Input, Textarea } from './form-inputs.tsx'

type Props = {
  /** `title` makes the inputs `title.zh` and `title.en`. */
  name: string
  label: LocalText
  hint?: LocalText | undefined
  value: LocalText
  errors?: { zh?: LocalText | undefined; en?: LocalText | undefined; both?: LocalText | undefined }
  required?: boolean
  long?: boolean
  maxLength?: number
}

/** A text in both languages, side by side, each with its own error; `errors.both` is about the pair. */
export function FormPair(props: Props) {
  const { name, label, hint, errors = {}, required } = props
  const t = useText()
  const wrong = errors.zh ?? errors.en ?? errors.both
  return (
    <fieldset
      id={`field-${name}`}
      tabindex={-1}
      class={wrong ? 'field field-wrong' : 'field'}
      aria-describedby={wiringOf({ name, hint, error: errors.both })['aria-describedby']}
    >
      <legend class="field-label">
        <Local text={label} />
        {required && <span class="field-required">{t(partWords.required)}</span>}
      </legend>
      <FieldHint name={name} hint={hint} />
      <div class="pair">
        <Half {...props} lang="zh" />
        <Half {...props} lang="en" />
      </div>
      <FieldError name={name} error={errors.both} />
    </fieldset>
  )
}

function Half({ name, value, errors = {}, long, maxLength, lang }: Props & { lang: Lang }) {
  const t = useText()
  const own = { name: `${name}.${lang}`, error: errors[lang] }
  const wiring = wiringOf(own)
  const input = { value: value[lang], lang: langTag(lang), maxLength, wiring }
  return (
    <div>
      <label class="pair-label" for={wiring.id}>
        {t(lang === 'zh' ? partWords.chinese : partWords.english)}
      </label>
      {long ? <Textarea {...input} /> : <Input {...input} />}
      <FieldError {...own} />
    </div>
  )
}
