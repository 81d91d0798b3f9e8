import { z } from 'zod'

/** What the bytes of a file show, as a child process reads them and pages and programs are told. */

export const columnTypes = [
  'empty',
  'identifier',
  'integer',
  'number',
  'date',
  'boolean',
  'text',
] as const
export type ColumnType = (typeof columnTypes)[number]

const Column = z.object({
  name: z.string(),
  type: z.enum(columnTypes).describe('`identifier`: digits that are no number, as `001`.'),
  stored: z.string().optional().describe('The type that the file itself names.'),
  missing: z.int(),
  min: z.string().nullable(),
  max: z.string().nullable(),
  distinct: z.int().nullable().describe('Null where there are more than were counted.'),
  top: z.array(z.object({ value: z.string(), count: z.int() })),
})
export type ColumnSummary = z.output<typeof Column>

const Sheet = z.object({
  name: z.string().nullable(),
  rows: z.int().nullable().describe('All of them, where that is known.'),
  rowsRead: z.int().describe('So many the columns are summed up of.'),
  columns: z.array(Column),
  columnsLeftOut: z.int(),
  first: z.array(z.array(z.string())),
})
export type SheetFacts = z.output<typeof Sheet>

const Table = z.object({
  kind: z.literal('table'),
  format: z.enum(['csv', 'xlsx', 'parquet']),
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  hasHeader: z.boolean().optional(),
  bytesRead: z.int(),
  isWhole: z.boolean(),
  sheets: z.array(Sheet),
  sheetsLeftOut: z.int(),
})

export type TreeNode = {
  name: string
  /** Of a leaf, as JSON writes it. */
  value?: string | undefined
  /** `{ 3 }`, `[ 12 ]`: how many an object or a list has. */
  holds?: { as: 'object' | 'list'; count: number } | undefined
  children?: TreeNode[] | undefined
}
const Node: z.ZodType<TreeNode, TreeNode> = z
  .object({
    name: z.string(),
    value: z.string().optional(),
    holds: z.object({ as: z.enum(['object', 'list']), count: z.int() }).optional(),
    get children() {
      return z.array(Node).optional()
    },
  })
  .meta({ id: 'PreviewNode' })

const Tree = z.object({ kind: z.literal('tree'), format: z.literal('json'), root: Node })

const PlainText = z.object({
  kind: z.literal('text'),
  format: z.enum(['text', 'markdown', 'json']),
  encoding: z.string(),
  bytesRead: z.int(),
  isWhole: z.boolean(),
  text: z.string(),
})

const Picture = z.object({
  kind: z.literal('picture'),
  format: z.string(),
  width: z.int(),
  height: z.int(),
})

const Pdf = z.object({
  kind: z.literal('pdf'),
  format: z.literal('pdf'),
  version: z.string().nullable(),
  pages: z.int().nullable(),
  isEncrypted: z.boolean().describe('Whether it asks for a password.'),
  drawn: z.int().optional().describe('How many of the first pages the picture shows.'),
  text: z.string().nullish().describe('The text of those pages.'),
})

const Attribute = z.object({ name: z.string(), value: z.string() })
const Variable = z.object({
  name: z.string(),
  type: z.string(),
  dimensions: z.array(z.object({ name: z.string().nullable(), length: z.int() })),
  units: z.string().nullable(),
  longName: z.string().nullable(),
  attributes: z.array(Attribute),
})
export type VariableFacts = z.output<typeof Variable>

/** Arrays with names: NetCDF and HDF5. */
const Grid = z.object({
  kind: z.literal('grid'),
  format: z.enum(['netcdf', 'netcdf4', 'hdf5']),
  dimensions: z.array(z.object({ name: z.string(), length: z.int(), isUnlimited: z.boolean() })),
  variables: z.array(Variable),
  variablesLeftOut: z.int(),
  attributes: z.array(Attribute),
  pictured: z.string().nullable().describe('The variable that the picture shows.'),
})

const Raster = z.object({
  kind: z.literal('raster'),
  format: z.literal('geotiff'),
  width: z.int(),
  height: z.int(),
  bands: z.int(),
  sample: z.string(),
  crs: z.string().nullable(),
  bounds: z.array(z.number()).nullable().describe('In the units of its own reference system.'),
  noData: z.string().nullable(),
})

const Archive = z.object({
  kind: z.literal('archive'),
  format: z.enum(['zip', 'tar', 'tar.gz']),
  entries: z.array(z.object({ name: z.string(), sizeBytes: z.int().nullable() })),
  count: z.int().nullable().describe('Null where the archive was not read to its end.'),
  totalBytes: z.int().nullable(),
})

export const PreviewFacts = z
  .discriminatedUnion('kind', [Table, Tree, PlainText, Picture, Pdf, Grid, Raster, Archive])
  .meta({ id: 'PreviewFacts' })
export type PreviewFacts = z.output<typeof PreviewFacts>
export type Facts<Kind extends PreviewFacts['kind']> = Extract<PreviewFacts, { kind: Kind }>

/** Why a file has no preview. */
export const previewReasons = [
  'unknown_format',
  'empty',
  'damaged',
  'encoding',
  'encrypted',
  'too_large',
  'too_slow',
  'stopped',
] as const
export type PreviewReason = (typeof previewReasons)[number]
