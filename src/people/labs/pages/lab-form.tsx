import type { LocalText } from '../../../core/text.ts'
import { FormPair } from '../../../web/components/form-pair.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { labWords as words } from '../../institutions/words.ts'

/** The form's fields as the API takes them. */
export const labInputOf = (form: Filled) => ({
  name: { zh: form.value('name.zh'), en: form.value('name.en') },
  about: { zh: form.value('about.zh'), en: form.value('about.en') },
})

/** A lab's name and what it does, in both languages. */
export const LabNaming = ({ form }: { form: Filled }) => (
  <>
    <FormPair {...pairOf(form, 'name')} maxLength={200} required />
    <FormPair {...pairOf(form, 'about')} maxLength={5000} long />
  </>
)

export const labLabels: Record<string, LocalText> = {
  institution: words.institution,
  name: words.name,
  about: words.about,
  email: words.email,
  role: words.role,
}

const pairOf = (form: Filled, name: 'name' | 'about') => ({
  name,
  label: words[name],
  value: { zh: form.value(`${name}.zh`), en: form.value(`${name}.en`) },
  errors: {
    zh: form.error(`${name}.zh`),
    en: form.error(`${name}.en`),
    both: form.error(name),
  },
})
