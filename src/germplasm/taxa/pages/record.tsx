import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { Local } from '../../../web/lang.tsx'
import { germplasmPaths } from '../../words/paths.ts'
import { findPlaceOf, taxonParts } from '../actions.ts'
import { taxonWords as words } from '../words.ts'
import { TaxonLinks } from './tree.tsx'

/** On an accession's page: where its name stands in the taxonomy, and which name is accepted where it is a synonym. */
export const taxonSection: RecordSection = async (c, { taxon }) => {
  const { ctx } = c.var
  const row = taxon ? await findPlaceOf(ctx, taxon) : undefined
  if (!row) return null
  const { above, synonyms } = await taxonParts(ctx, row)
  // An accepted taxon is no part of what is above it; a synonym’s is.
  const own = row.acceptedId === null ? [row] : []
  return (
    <Section
      title={words.taxa}
      more={{ text: words.taxon, href: germplasmPaths.taxon(row.acceptedId ?? row.id) }}
    >
      {row.acceptedId && (
        <p>
          <i lang="la">{row.scientificName}</i>: <Local text={words.synonymOf} />{' '}
          <i lang="la">{row.accepted}</i>
        </p>
      )}
      <TaxonLinks taxa={[...above, ...own]} hrefOf={germplasmPaths.taxon} />
      {synonyms.length > 0 && (
        <p class="quiet">
          <Local text={words.synonyms} />:{' '}
          <i lang="la">{synonyms.map(({ scientificName }) => scientificName).join(', ')}</i>
        </p>
      )}
    </Section>
  )
}
