import { encodingNames } from '../../core/encoding.ts'
import { whereText } from '../../catalog/map/rules/graticule.ts'
import type { Extent } from '../../core/place.ts'
import type { Facts, PreviewFacts, TreeNode, VariableFacts } from '../../core/preview.ts'
import type { Child } from 'hono/jsx'
import { Table } from '../../web/components/table.tsx'
import { FieldList } from '../../web/components/values.tsx'
import { bytesText, formatNumber } from '../../web/format.ts'
import { Local, useLang, useText } from '../../web/lang.tsx'
import { previewWords as words } from '../words.ts'
import { TableView } from './tables.tsx'

type Props = { facts: PreviewFacts; extent: Extent | null; picture: string | null }

/** What a file shows, by its kind. */
export function FactsView({ facts, extent, picture }: Props) {
  switch (facts.kind) {
    case 'table':
      return <TableView facts={facts} />
    case 'tree':
      return <TreeView node={facts.root} isRoot />
    case 'text':
      return <TextView facts={facts} />
    case 'picture':
      return <PictureView facts={facts} picture={picture} />
    case 'pdf':
      return <PdfView facts={facts} picture={picture} />
    case 'grid':
      return <GridView facts={facts} extent={extent} picture={picture} />
    case 'raster':
      return <RasterView facts={facts} extent={extent} picture={picture} />
    case 'archive':
      return <ArchiveView facts={facts} />
    default:
      return <></>
  }
}

function TextView({ facts }: { facts: Facts<'text'> }) {
  const t = useText()
  return (
    <>
      <FieldList
        fields={[{ label: words.encoding, value: encodingNames[facts.encoding] ?? facts.encoding }]}
      />
      {!facts.isWhole && (
        <Local as="p" class="quiet" text={words.beginning(t(bytesText(facts.bytesRead)))} />
      )}
      <pre class="preview-text" tabindex={0} aria-label={t(words.preview)} role="region">
        {facts.text}
      </pre>
    </>
  )
}

/** Levels that stand open at first. */
const openLevels = 2

function TreeView({
  node,
  isRoot,
  depth = 0,
}: {
  node: TreeNode
  isRoot?: boolean
  depth?: number
}) {
  const { name, holds, children = [] } = node
  const label = name && <span class="tree-name">{name}</span>
  if (!holds)
    return (
      <p class="tree-leaf">
        {label} <code>{node.value}</code>
      </p>
    )
  const left = holds.count - children.length
  return (
    <details class={isRoot ? 'preview-tree' : undefined} open={depth < openLevels}>
      <summary>
        {label} <Local as="span" class="quiet" text={words.holds(holds.count)} />
      </summary>
      <div class="tree-level">
        {children.map((child) => (
          <TreeView node={child} depth={depth + 1} />
        ))}
        {left > 0 && <Local as="p" class="quiet" text={words.leftOut(left)} />}
      </div>
    </details>
  )
}

function PictureView({ facts, picture }: { facts: Facts<'picture'>; picture: string | null }) {
  return (
    <>
      {picture && <QuickLook src={picture} text={words.preview} />}
      <FieldList
        fields={[
          { label: words.type, value: facts.format.toUpperCase() },
          { label: words.pixels, value: `${facts.width} × ${facts.height}` },
        ]}
      />
    </>
  )
}

type LookProps = { src: string; text: { zh: string; en: string }; isLong?: true }

function QuickLook({ src, text, isLong }: LookProps) {
  const t = useText()
  return (
    <figure class={isLong ? 'preview-picture is-long' : 'preview-picture'}>
      <img src={src} alt={t(text)} />
      <Local as="figcaption" class="small quiet" text={text} />
    </figure>
  )
}

type PdfProps = { facts: Facts<'pdf'>; picture: string | null }

function PdfView({ facts, picture }: PdfProps) {
  const { pages, version, isEncrypted, drawn = 0, text } = facts
  return (
    <>
      <FieldList
        fields={[
          { label: words.type, value: version ? `PDF ${version}` : 'PDF' },
          ...(pages === null
            ? []
            : [{ label: words.length, value: <Local text={words.pages(pages)} /> }]),
          ...(isEncrypted
            ? [{ label: words.protection, value: <Local text={words.encrypted} /> }]
            : []),
        ]}
      />
      {picture && <QuickLook src={picture} text={words.firstPages(drawn)} isLong />}
      {text && (
        <details>
          <Local as="summary" text={words.textOfPages} />
          <pre class="preview-text">{text}</pre>
        </details>
      )}
    </>
  )
}

type GridProps = { facts: Facts<'grid'>; extent: Extent | null; picture: string | null }

function GridView({ facts, extent, picture }: GridProps) {
  const { format, dimensions, variables, variablesLeftOut, attributes, pictured } = facts
  return (
    <>
      {picture && pictured && <QuickLook src={picture} text={words.pictureOf(pictured)} />}
      <FieldList
        fields={[
          { label: words.type, value: formatNames[format] },
          ...(dimensions.length > 0
            ? [{ label: words.dimensions, value: <Dimensions dimensions={dimensions} /> }]
            : []),
          ...extentField(extent),
        ]}
      />
      <Table
        caption={words.variables}
        captionShown
        dense
        rows={variables}
        columns={[
          { label: words.variables, cell: ({ name }) => <code>{name}</code> },
          { label: words.meaning, cell: ({ longName }) => longName },
          { label: words.units, cell: ({ units }) => units },
          { label: words.shape, cell: shapeOf },
          { label: words.type, cell: ({ type }) => <code>{type}</code> },
        ]}
      />
      {variablesLeftOut > 0 && (
        <Local as="p" class="quiet" text={words.leftOut(variablesLeftOut)} />
      )}
      {attributes.length > 0 && <Attributes attributes={attributes} />}
    </>
  )
}

const formatNames = { netcdf: 'NetCDF 3', netcdf4: 'NetCDF 4 (HDF5)', hdf5: 'HDF5' } as const

const shapeOf = ({ dimensions }: VariableFacts): Child =>
  dimensions.length === 0
    ? '1'
    : dimensions.map(({ name, length }) => (name ? `${name} ${length}` : length)).join(' × ')

function Dimensions({ dimensions }: Pick<Facts<'grid'>, 'dimensions'>) {
  const t = useText()
  return (
    <ul class="plain-list">
      {dimensions.map(({ name, length, isUnlimited }) => (
        <li>
          <code>{name}</code> {length}
          {isUnlimited && ` (${t(words.unlimited)})`}
        </li>
      ))}
    </ul>
  )
}

const Attributes = ({ attributes }: Pick<Facts<'grid'>, 'attributes'>) => (
  <Table
    caption={words.attributes}
    captionShown
    dense
    rows={attributes}
    columns={[
      { label: words.attribute, cell: ({ name }) => <code>{name}</code> },
      { label: words.value, cell: ({ value }) => value },
    ]}
  />
)

const extentField = (extent: Extent | null) =>
  extent ? [{ label: words.extent, value: whereText(extent) }] : []

type RasterProps = { facts: Facts<'raster'>; extent: Extent | null; picture: string | null }

function RasterView({ facts, extent, picture }: RasterProps) {
  const lang = useLang()
  const { width, height, bands, sample, crs, bounds, noData } = facts
  return (
    <>
      {picture && <QuickLook src={picture} text={words.preview} />}
      <FieldList
        fields={[
          { label: words.type, value: crs || bounds ? 'GeoTIFF' : 'TIFF' },
          { label: words.pixels, value: `${width} × ${height}` },
          { label: words.bands, value: bands },
          { label: words.sample, value: <code>{sample}</code> },
          ...(crs ? [{ label: words.crs, value: crs }] : []),
          ...extentField(extent),
          ...(bounds
            ? [
                {
                  label: words.bounds,
                  value: bounds.map((side) => formatNumber(side, lang)).join(' '),
                },
              ]
            : []),
          ...(noData ? [{ label: words.noData, value: noData }] : []),
        ]}
      />
    </>
  )
}

function ArchiveView({ facts: { entries, count, totalBytes } }: { facts: Facts<'archive'> }) {
  const lang = useLang()
  const t = useText()
  const total = totalBytes === null ? [] : [t(bytesText(totalBytes))]
  const counted = count === null ? [] : [t(words.countedEntries(formatNumber(count, lang)))]
  return (
    <>
      <p>{[...counted, ...total].join(' · ')}</p>
      {(count === null || count > entries.length) && (
        <Local as="p" class="quiet" text={words.firstEntries(formatNumber(entries.length, lang))} />
      )}
      <Table
        caption={words.entries}
        dense
        rows={entries}
        columns={[
          { label: words.entry, cell: ({ name }) => name },
          {
            label: words.size,
            align: 'end',
            nowrap: true,
            cell: ({ sizeBytes }) => sizeBytes !== null && <Local text={bytesText(sizeBytes)} />,
          },
        ]}
      />
    </>
  )
}
