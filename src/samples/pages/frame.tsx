import { bothLanguages, type LocalText } from '../../core/text.ts'
import { Tabs } from '../../web/components/navigation.tsx'
import { useText } from '../../web/lang.tsx'
import { paths } from '../../web/paths.ts'
import { tabNames } from '../words/common.ts'
import { samplePaths } from '../words/paths.ts'

type Titled = { id: string; title: LocalText }

/** Where pages of a collection’s samples stand: below the collection, and below one of its lists. */
export const collectionCrumbs = ({ id, title }: Titled, tab?: keyof typeof tabNames) => [
  { text: bothLanguages(title), href: paths.record(id) },
  ...(tab ? [{ text: tabNames[tab], href: hrefOf[tab](id) }] : []),
]

const hrefOf = {
  samples: samplePaths.samplesOf,
  donors: samplePaths.donorsOf,
  sources: samplePaths.sourcesOf,
  kits: samplePaths.kitsOf,
}

type Props = { id: string; current: keyof typeof tabNames; ofPeople: boolean }

/** What a collection has lists of. Donors are people: of other collections there are sources instead. */
export function CollectionTabs({ id, current, ofPeople }: Props) {
  const shown = (['samples', ofPeople ? 'donors' : 'sources', 'kits'] as const).map((tab) => ({
    text: tabNames[tab],
    href: hrefOf[tab](id),
    current: tab === current,
  }))
  return <Tabs label={useText()(tabNames.samples)} tabs={shown} />
}
