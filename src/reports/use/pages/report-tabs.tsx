import type { Actor } from '../../../core/actor.ts'
import { Tabs } from '../../../web/components/tabs.tsx'
import { useText } from '../../../web/lang.tsx'
import { staffedInstitutions } from '../../sharing/rules/reach.ts'
import { nriiWords } from '../../nrii/words.ts'
import { sharingWords } from '../../sharing/words.ts'
import { useWords } from '../words/use.ts'
import { assessmentPath, sharingPath, usePath } from './links.ts'
import { nriiPath } from '../../nrii/pages/links.ts'
import { reportLinks } from '../../words/paths.ts'

type Props = { current: 'use' | 'sharing' | 'assessment' | 'nrii'; actor: Actor }

/** The reports there are; what is told to the nation is for staff. */
export function ReportTabs({ current, actor }: Props) {
  const t = useText()
  const isStaff = staffedInstitutions(actor)?.length !== 0
  const tabs = [
    { text: useWords.report, href: usePath, current: current === 'use' },
    { text: sharingWords.sharing, href: sharingPath, current: current === 'sharing' },
    { text: sharingWords.assessment, href: assessmentPath, current: current === 'assessment' },
    ...(isStaff ? [{ text: nriiWords.title, href: nriiPath, current: current === 'nrii' }] : []),
  ]
  return <Tabs label={t(reportLinks.use.text)} tabs={tabs} />
}
