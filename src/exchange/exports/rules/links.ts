import type { Kind } from '../../../catalog/records/model/record.ts'
import type { Text } from '../../../core/text.ts'
import { type ExportFormat, exportFormats } from '../model.ts'
import { formatNames } from '../words.ts'

const ofAnyKind: readonly ExportFormat[] = ['csv', 'xlsx', 'jsonl']

type Link = { text: Text; kind?: Kind; hrefOf: (asked: string) => string }

/** Files of the hits on the page of results. */
export const exportLinks: readonly Link[] = exportFormats.map((format) => ({
  text: formatNames[format],
  ...(!ofAnyKind.includes(format) && { kind: 'accession' as const }),
  hrefOf: (asked) => `/api/v1/records/export?format=${format}${asked && `&${asked}`}`,
}))
