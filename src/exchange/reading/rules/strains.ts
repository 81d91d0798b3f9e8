import { z } from 'zod'
import type { FieldRow } from '../../../core/fields.ts'
import { seenText } from '../../../core/typed-text.ts'

/**
 * A strain of the microbial data standard (Leibniz Institute DSMZ, JSON Schema of its version 1) under the headings of
 * the MIRRI strain workbook. What the catalogue has no field for (morphology, fatty acids, tolerances) is read past.
 */

const text = z.string().nullish()
const number = z.number().nullish()
const flag = z.boolean().nullish()
const degrees = z.union([z.number(), z.string()]).nullish()
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((all) => all ?? [])

/** An object whose every field may be missing may be missing itself. */
const parts = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((said) => said ?? {}, z.object(shape))
/** Of a list, of which a workbook has room for one, the first. */
const firstOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((said) => (Array.isArray(said) ? said[0] : said) ?? {}, z.object(shape))

const Person = parts({ name: text })
const Range = z.object({ growth: z.boolean(), minimal: number, maximal: number })

const Strain = z.object({
  primaryId: z.string(),
  organismType: z.string(),
  identifier: z.array(z.object({ name: z.string(), value: z.string() })),
  collections: listOf(
    z.object({
      resourceNumber: text,
      history: text,
      depositor: Person,
      depositionDate: text,
      supplyForms: listOf(z.string()),
      restrictionsOnUse: text,
    }),
  ),
  taxon: listOf(
    z.object({
      name: text,
      alternateName: listOf(z.string()),
      scientificName: parts({ author: text }),
    }),
  ),
  typeStrain: listOf(z.object({ typeStrain: flag })),
  origin: firstOf({
    description: text,
    isolator: Person,
    isolationDate: text,
    sampler: Person,
    sampleDate: text,
    country: parts({ name: text }),
    locationCreated: parts({
      name: text,
      geo: parts({ latitude: degrees, longitude: degrees, elevation: number, precision: number }),
    }),
    tags: firstOf({ level1: text, level2: text, level3: text }),
  }),
  cultivationMedia: listOf(z.object({ name: text })),
  growthConditions: firstOf({
    optimalTemperature: number,
    testsTemperature: listOf(Range),
    optimalPh: number,
    testsPh: listOf(Range),
    oxygenRelation: text,
  }),
  enzymes: listOf(z.object({ name: text, hasECNumber: text, active: flag })),
  metabolites: listOf(
    z.object({ name: text, tests: listOf(z.object({ type: text, active: flag })) }),
  ),
  knownApplications: listOf(z.object({ application: text })),
  pathogenicity: listOf(z.object({ host: text, pathogen: text })),
  literature: listOf(z.object({ name: text })),
  bioSafety: listOf(z.object({ riskgroup: text })),
  legal: listOf(
    z.object({ dualUse: flag, gmo: flag, quarantineEU: flag, nagoyaRestrictions: text }),
  ),
  sequences: listOf(z.object({ accessionNumber: text, description: text })),
})
type Strain = z.output<typeof Strain>

type Said = string | number | boolean | null | undefined
type Columns = Readonly<Record<string, Said | readonly Said[]>>

/** A strain as cells by their headings, with its sequences; undefined for what is no strain. */
export function strainIn(
  entry: unknown,
): { cells: Map<string, string>; sequences: FieldRow[] } | undefined {
  const { data: strain } = Strain.safeParse(entry)
  if (!strain) return undefined
  const columns: Columns = {
    ...identityOf(strain),
    ...historyOf(strain),
    ...growthOf(strain),
    ...useOf(strain),
  }
  return {
    cells: new Map(Object.entries(columns).map(([name, said]) => [name, cellOf(said)])),
    sequences: strain.sequences.map(({ accessionNumber = null, description }) => ({
      marker: /\b(?:16S|18S|23S|28S|ITS)\b/.exec(description ?? '')?.[0] ?? null,
      accession: accessionNumber,
      sequenceUrl: null,
    })),
  }
}

const cellOf = (said: Said | readonly Said[]): string =>
  typeof said === 'object' && said !== null
    ? [...new Set(said.filter(Boolean).map((one) => textOf(one).replaceAll(';', ',')))].join(';')
    : textOf(said)

const textOf = (said: Said) => seenText(String(said ?? ''))

function identityOf({ primaryId, organismType, identifier, ...strain }: Strain): Columns {
  const [taxon] = strain.taxon
  const numbers = [
    ...identifier.filter(({ name }) => name === 'CCNO').map(({ value }) => value),
    ...strain.collections.map(({ resourceNumber }) => resourceNumber),
  ]
  return {
    'Accession number': primaryId,
    'Other culture collection numbers': numbers.filter((one) => one !== primaryId),
    // Yeasts and filamentous fungi are not told apart there.
    'Organism type': organismType === 'Fungi' ? null : organismType,
    'Taxon name': taxon?.name,
    'Taxon authority': taxon?.scientificName.author,
    'Comment on taxonomy': taxon?.alternateName.join(', '),
    'Type strain': strain.typeStrain[0]?.typeStrain,
  }
}

function historyOf({ collections, origin }: Strain): Columns {
  const { tags, locationCreated: place, country } = origin
  const levels = [tags.level1, tags.level2, tags.level3].filter(Boolean)
  const first = <Key extends keyof (typeof collections)[number]>(key: Key) =>
    collections.find((one) => one[key])?.[key]
  const depositor = collections.find((one) => one.depositor.name)?.depositor
  return {
    'History of deposit': first('history'),
    Depositor: depositor?.name,
    'Date of deposit': first('depositionDate'),
    'Substrate/host of isolation': origin.description,
    'Isolation habitat': levels.map((level) => level?.replace('#', '')).join(', '),
    'Geographic origin': [place.name, country.name].filter(Boolean).join(', '),
    ORIGCTY: country.name,
    DECLATITUDE: place.geo.latitude,
    DECLONGITUDE: place.geo.longitude,
    COORDUNCERT: place.geo.precision,
    ELEVATION: place.geo.elevation,
    COLLDATE: dayOf(origin.sampleDate),
    'Collected by': origin.sampler.name,
    'Isolated by': origin.isolator.name,
    'Date of isolation': dayOf(origin.isolationDate),
  }
}

/** A day; `/2011-09-12` is any day before that one, and none. */
const dayOf = (said: string | null | undefined) => (said?.includes('/') ? null : said)

function growthOf(strain: Strain): Columns {
  const growth = strain.growthConditions
  const temperatures = grownWithin(growth.testsTemperature)
  const acidity = grownWithin(growth.testsPh)
  return {
    'Recommended medium for growth': strain.cultivationMedia.map(({ name }) => name),
    'Optimum growth temperature': growth.optimalTemperature,
    'Lowest growth temperature': temperatures.lowest,
    'Highest growth temperature': temperatures.highest,
    'Optimum pH': growth.optimalPh,
    'Lowest pH': acidity.lowest,
    'Highest pH': acidity.highest,
    'Oxygen relation': growth.oxygenRelation,
    'Form of supply': strain.collections.find(({ supplyForms }) => supplyForms.length > 0)
      ?.supplyForms,
  }
}

/** The range of all tests in which it grew. */
function grownWithin(tests: readonly z.output<typeof Range>[]) {
  const bounds = tests
    .filter(({ growth }) => growth)
    .flatMap(({ minimal, maximal }) => [minimal, maximal])
    .filter((bound) => typeof bound === 'number')
  return bounds.length === 0
    ? { lowest: null, highest: null }
    : { lowest: Math.min(...bounds), highest: Math.max(...bounds) }
}

function useOf(strain: Strain): Columns {
  const [legal] = strain.legal
  const produced = strain.metabolites.filter(({ tests }) =>
    tests.some(({ type, active }) => type === 'production' && active),
  )
  const groups = strain.bioSafety.flatMap(({ riskgroup }) => /[1-4]/.exec(riskgroup ?? '') ?? [])
  return {
    'Enzyme production': strain.enzymes
      .filter(({ active }) => active)
      .map(({ name, hasECNumber }) =>
        [name, hasECNumber && `EC ${hasECNumber}`].filter(Boolean).join(' '),
      ),
    'Production of metabolites': produced.map(({ name }) => name),
    Applications: strain.knownApplications.map(({ application }) => application),
    Pathogenicity: strain.pathogenicity
      .map(({ host, pathogen }) => `${host}: ${pathogen}`)
      .join(', '),
    Literature: strain.literature.map(({ name }) => name),
    // Of several countries' lists the strictest.
    'Risk Group': groups.toSorted().at(-1),
    'Restrictions on use': strain.collections.find(({ restrictionsOnUse }) => restrictionsOnUse)
      ?.restrictionsOnUse,
    'Dual use': legal?.dualUse,
    GMO: legal?.gmo,
    Quarantine: legal?.quarantineEU,
    'Nagoya protocol restrictions and compliance conditions': legal?.nagoyaRestrictions,
  }
}
