import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Tabs } from '../../../web/components/tabs.tsx'
import { useText } from '../../../web/lang.tsx'
import { nriiParts, thresholds } from '../model.ts'
import { nriiPartNames, nriiWords as words, thresholdNames } from '../words.ts'
import { Choose } from '../../use/pages/choose.tsx'
import { nriiHref, nriiPath, type NriiView } from './links.ts'

type Props = {
  view: NriiView
  institutions: readonly { id: string; nameZh: string | null; nameEn: string | null }[]
  worth: { province: number; nation: number }
}

/** Which part, whose, and from what original value on. */
export function NriiFilters({ view, institutions, worth }: Props) {
  const t = useText()
  const { state: _state, page: _page, ...asked } = view
  return (
    <div class="use-filters nrii-filters">
      <Tabs
        label={t(words.parts)}
        tabs={nriiParts.map((part) => ({
          text: nriiPartNames[part],
          href: nriiHref({ ...asked, part }),
          current: part === view.part,
        }))}
      />
      <form class="use-form" action={nriiPath} aria-label={t(words.filters)}>
        <input type="hidden" name="part" value={view.part} />
        <Whose view={view} institutions={institutions} worth={worth} />
        {view.part === 'service-records' && (
          <>
            <FormField name="from" type="date" label={words.from} value={view.from?.slice(0, 10)} />
            <FormField name="to" type="date" label={words.to} value={view.to?.slice(0, 10)} />
          </>
        )}
        <Button>{t(words.show)}</Button>
      </form>
    </div>
  )
}

function Whose({ view, institutions, worth }: Props) {
  const names = thresholdNames(worth)
  return (
    <>
      <Choose
        name="institution"
        label={words.institution}
        value={view.institution ?? ''}
        choices={[
          { value: '', label: words.everyInstitution },
          ...institutions.map(({ id, nameZh, nameEn }) => ({
            value: id,
            label: { zh: nameZh, en: nameEn },
          })),
        ]}
      />
      <Choose
        name="threshold"
        label={words.threshold}
        value={view.threshold}
        choices={thresholds.map((one) => ({ value: one, label: names[one] }))}
      />
    </>
  )
}
