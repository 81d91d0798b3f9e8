import type { currentTerms } from '../../../catalog/vocabularies/actions.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { FormPair } from '../../../web/components/form-pair.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { galleryWords as words } from '../words.ts'

export type Licences = Awaited<ReturnType<typeof currentTerms>>

/** What is said of a picture, new or not. */
export function PictureFields({ form, licences }: { form: Filled; licences: Licences }) {
  return (
    <>
      <FormPair
        name="caption"
        label={words.caption}
        hint={words.captionHint}
        value={{ zh: form.value('caption.zh'), en: form.value('caption.en') }}
        errors={{ zh: form.error('caption.zh'), en: form.error('caption.en') }}
        maxLength={500}
      />
      <FormField
        name="credit"
        label={words.credit}
        hint={words.creditHint}
        value={form.value('credit')}
        error={form.error('credit')}
        maxLength={200}
      />
      <FormField
        type="select"
        name="licence"
        label={words.licence}
        value={form.value('licence')}
        error={form.error('licence')}
        choices={licences.map(({ code, label }) => ({
          value: code,
          label: { zh: `${code} ${label.zh}`, en: `${code} ${label.en}` },
        }))}
      />
    </>
  )
}

/** What the fields are called in the summary of what is wrong. */
export const fieldLabels = {
  file: words.file,
  'caption.zh': words.caption,
  'caption.en': words.caption,
  credit: words.credit,
  licence: words.licence,
}
