import { inLang, type LocalText, type Text } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { ActButton } from '../../../web/forms.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import { directoryWords as words } from '../words.ts'

type Candidate = {
  id: string
  name: LocalText
  /** What it is, where several kinds may be found. */
  kind?: Text
  /** What its button sends. */
  fields: Readonly<Record<string, string>>
}
type Props = {
  title: Text
  /** What was searched for; empty at first. */
  sought: string
  found: readonly Candidate[]
  /** Where a button sends what is added. */
  action: string
}

/** Finds something by its name, and adds it with one button. */
export function Picker({ title, sought, found, action }: Props) {
  const lang = useLang()
  return (
    <Section title={title}>
      <form class="filters" method="get">
        <FormField name="find" type="search" label={words.find} value={sought} scope="picker" />
        <Button look="plain" text={words.search} />
      </form>
      {sought !== '' && found.length === 0 && (
        <Local as="p" class="quiet" text={words.nothingFound} />
      )}
      {found.length > 0 && (
        <FieldList
          fields={found.map(({ name, kind, fields }) => ({
            label: kind
              ? { zh: `${kind.zh}：${inLang(name, 'zh')}`, en: `${kind.en}: ${inLang(name, 'en')}` }
              : name,
            value: (
              <ActButton
                {...{ action, fields, text: words.add }}
                label={words.addOf(inLang(name, lang))[lang]}
              />
            ),
          }))}
        />
      )}
    </Section>
  )
}

/** Takes something out of what it belongs to; it can be added again. */
export function Remove({ action, name }: { action: string; name: LocalText }) {
  const lang = useLang()
  const label = words.removeOf(inLang(name, lang))[lang]
  return <ActButton {...{ action, label, text: words.remove }} look="plain" />
}
