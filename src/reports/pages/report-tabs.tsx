import { Tabs } from '../../web/components/tabs.tsx'
import { useText } from '../../web/lang.tsx'
import { nriiWords } from '../words/nrii.ts'
import { useWords } from '../words/use.ts'
import { usePath } from './links.ts'
import { nriiPath } from './nrii-links.ts'

/** The reports that staff have. */
export function ReportTabs({ current }: { current: 'use' | 'nrii' }) {
  const t = useText()
  return (
    <Tabs
      label={t(useWords.reports)}
      tabs={[
        { text: useWords.report, href: usePath, current: current === 'use' },
        { text: nriiWords.title, href: nriiPath, current: current === 'nrii' },
      ]}
    />
  )
}
