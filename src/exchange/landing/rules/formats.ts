import type { Kind } from '../../../catalog/records/model/record.ts'
import { bibtex, cslJson, ris } from '../../citations/rules/files.ts'
import { gbt35294, plainCitation } from '../../citations/rules/text.ts'
import { dataciteJson, dataciteOf } from '../../datacite/rules/datacite.ts'
import { dataciteXml } from '../../datacite/rules/xml.ts'
import { pidinstOf } from '../../pidinst/rules.ts'
import type { RecordFormat } from '../model.ts'
import { jsonLdOf } from './jsonld.ts'

/** Forms that describe a record: whole descriptions first, then citations. */
export const describingFormats: readonly RecordFormat[] = [
  {
    name: 'schema.org JSON-LD',
    extension: '.jsonld',
    type: 'application/ld+json',
    alsoAskedAs: ['application/vnd.schemaorg.ld+json'],
    ofTombstones: true,
    write: (one, { baseUrl }) => JSON.stringify(jsonLdOf(one, baseUrl), null, 2),
  },
  {
    name: 'DataCite XML',
    extension: '.datacite.xml',
    type: 'application/vnd.datacite.datacite+xml',
    ofTombstones: true,
    write: (one) => dataciteXml(dataciteOf(one)),
  },
  {
    name: 'DataCite JSON',
    extension: '.datacite.json',
    type: 'application/vnd.datacite.datacite+json',
    ofTombstones: true,
    write: (one) => dataciteJson(dataciteOf(one)),
  },
  {
    name: 'PIDINST',
    extension: '.pidinst.json',
    type: 'application/json',
    kinds: ['instrument'],
    ofTombstones: false,
    write: (one) => JSON.stringify(pidinstOf(one), null, 2),
  },
  {
    name: 'BibTeX',
    extension: '.bib',
    type: 'application/x-bibtex',
    alsoAskedAs: ['text/x-bibtex'],
    ofTombstones: true,
    maxFiles: 0,
    write: (one) => bibtex(one),
  },
  {
    name: 'RIS',
    extension: '.ris',
    type: 'application/x-research-info-systems',
    ofTombstones: true,
    maxFiles: 0,
    write: (one) => ris(one),
  },
  {
    name: 'CSL-JSON',
    extension: '.csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    ofTombstones: true,
    maxFiles: 0,
    write: (one) => cslJson(one),
  },
  {
    name: 'GB/T 35294',
    extension: '.txt',
    type: 'text/x-bibliography',
    ofTombstones: true,
    maxFiles: 0,
    write: (one, { lang }) => `${lang === 'zh' ? gbt35294(one) : plainCitation(one, lang)}\n`,
  },
]

type Row = { kind: Kind; publishedAt: unknown; withdrawnAt: unknown }

/** Those that a record has: none while it is a draft, and only what describes it once it is withdrawn. */
export const formatsAmong = (
  formats: readonly RecordFormat[],
  { kind, publishedAt, withdrawnAt }: Row,
): RecordFormat[] =>
  publishedAt
    ? formats.filter(
        (one) => (one.kinds?.includes(kind) ?? true) && (withdrawnAt === null || one.ofTombstones),
      )
    : []
