import { formatTally, type Total } from '../../../web/format.ts'
import { useLang } from '../../../web/lang.tsx'
import type { LineTaxon } from '../model.ts'
import type { TaxonNode } from '../rules.ts'

type Named = Pick<LineTaxon, 'scientificName' | 'name'>

/** 紫花苜蓿 *Medicago sativa*: the common name in the reader's language where there is one, then the Latin one. */
export function TaxonName({ taxon: { scientificName, name } }: { taxon: Named }) {
  const common = name[useLang()]
  return (
    <>
      {common && <span>{common} </span>}
      <i lang="la">{scientificName}</i>
    </>
  )
}

type TreeProps = {
  nodes: readonly TaxonNode[]
  hrefOf: (node: TaxonNode) => string | undefined
  relation: Exclude<Total['relation'], 'about'>
}

/** Taxa inside one another, each with how many records it has and where it leads. */
export function TaxonTree({ nodes, hrefOf, relation }: TreeProps) {
  const lang = useLang()
  return (
    <ul class="nested-list">
      {nodes.map((node) => {
        const href = hrefOf(node)
        const name = <TaxonName taxon={node} />
        return (
          <li>
            <p>
              {href ? <a href={href}>{name}</a> : name}{' '}
              <span class="quiet numeric">
                {formatTally({ value: node.count, relation }, lang)}
              </span>
            </p>
            {node.children.length > 0 && (
              <TaxonTree nodes={node.children} hrefOf={hrefOf} relation={relation} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Names in a row, each leading to its page. */
export const TaxonLinks = ({
  taxa,
  hrefOf,
}: {
  taxa: readonly (Named & { id: string })[]
  hrefOf: (id: string) => string
}) => (
  <ul class="taxon-links">
    {taxa.map((taxon) => (
      <li>
        <a href={hrefOf(taxon.id)}>
          <TaxonName taxon={taxon} />
        </a>
      </li>
    ))}
  </ul>
)
