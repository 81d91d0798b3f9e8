import { pastedRows } from '../../core/delimited.ts'

/** A file of a directory, by its name: `Biobanks.csv`, `bbmri_nl_sample_collections.csv`. */
export type DirectoryFile = { name: string; text: string }

/** What is not taken over: a value that has no place in our lists, or a whole column (no `of`). */
export type LeftOut = { file: string; of?: string; column: string; value?: string }
type Values = Readonly<Record<string, unknown>>
export type Entry = { id: string; values: Values }
export type Directory = {
  biobanks: Entry[]
  networks: Entry[]
  collections: Entry[]
  leftOut: LeftOut[]
}

type Row = Readonly<Record<string, string>>
type Part = { values: Values; left: readonly (readonly [column: string, value: string])[] }
type Table = {
  pattern: RegExp
  to: 'biobanks' | 'networks' | 'collections'
  map: (row: Row) => Part
  takes: readonly string[]
}

/** Codes of BBMRI-ERIC by ours; '' says nothing, as “not available” does. */
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: {
    CASE_CONTROL: 'case_control',
    CROSS_SECTIONAL: 'cross_sectional',
    COHORT: 'longitudinal_cohort',
    LONGITUDINAL: 'longitudinal_cohort',
    TWIN_STUDY: 'twin_study',
    QUALITY_CONTROL: 'quality_control',
    POPULATION_BASED: 'population_cohort',
    DISEASE_SPECIFIC: 'disease_cohort',
    BIRTH_COHORT: 'birth_cohort',
    RD: 'rare_disease',
    OTHER_COLLECTION_TYPE: 'other',
    OTHER: 'other',
    // Where it was collected, not how.
    HOSPITAL: '',
  },
  materials: {
    DNA: 'dna',
    RNA: 'rna',
    MICRO_RNA: 'rna',
    PLASMA: 'plasma',
    SERUM: 'serum',
    SALIVA: 'saliva',
    URINE: 'urine',
    FECES: 'faeces',
    WHOLE_BLOOD: 'whole_blood',
    PERIPHERAL_BLOOD_CELLS: 'pbmc',
    TISSUE_FROZEN: 'tissue_frozen',
    TISSUE_PARAFFIN_EMBEDDED: 'tissue_ffpe',
    PATHOGEN: 'microbes',
    NASAL_SWAB: 'swab',
    OTHER_MATERIAL_TYPE: 'other',
    OTHER: 'other',
    NAV_MATERIAL_TYPE: '',
    NAV: '',
  },
  storage_temperatures: {
    temperatureRoom: 'RT',
    temperature2to10: '2to10',
    'temperature-18to-35': '-18to-35',
    'temperature-60to-85': '-60to-85',
    temperatureOther: 'other',
  },
  sex: {
    MALE: 'male',
    FEMALE: 'female',
    UNKNOWN: 'unknown',
    NASK: 'unknown',
    UNDIFFERENTIAL: 'undifferentiated',
    NAV: '',
  },
  age_unit: { YEAR: 'years', MONTH: 'months', WEEK: 'weeks', DAY: 'days' },
  data_categories: {
    MEDICAL_RECORDS: 'clinical',
    SURVEY_DATA: 'lifestyle',
    PHYSIOLOGICAL_BIOCHEMICAL_MEASUREMENTS: 'physiological',
    GENEALOGICAL_RECORDS: 'genealogical',
    OTHER_DATA_CATEGORY: 'other',
    OTHER: 'other',
    // Told by the sample types.
    BIOLOGICAL_SAMPLES: '',
    NAV_DATA_CATEGORY: '',
    NAV: '',
  },
}

const listOf = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** Gathers values, and what of a row has no place. */
function taking(row: Row) {
  const left: [string, string][] = []
  return {
    left,
    text: (column: string, most: number): string | undefined => {
      const found = row[column]?.trim() || undefined
      if (found === undefined || found.length <= most) return found
      left.push([column, found])
      return undefined
    },
    url: (column: string): string | undefined => {
      const found = row[column]?.trim() || undefined
      if (found === undefined || (URL.canParse(found) && /^https?:/i.test(found))) return found
      left.push([column, found])
      return undefined
    },
    number: (column: string): number | undefined => {
      const found = row[column]?.trim() ?? ''
      if (/^\d{1,9}(?:\.0+)?$/.test(found)) return Number(found)
      if (found !== '') left.push([column, found])
      return undefined
    },
    codes: (column: string): string[] | undefined => {
      const named = listOf(row[column]).flatMap((code) => {
        const known = codes[column]?.[code]
        if (known === undefined) left.push([column, code])
        return known ? [known] : []
      })
      return named.length > 0 ? [...new Set(named)] : undefined
    },
    diseases: (column: string) => {
      const named = listOf(row[column]).flatMap((code) => {
        const found = diseaseOf(code)
        if (found === undefined) left.push([column, code])
        return found ? [found] : []
      })
      return named.length > 0 ? named : undefined
    },
  }
}

/** `urn:miriam:icd:E11.9`, `ORPHA:558`; null where it says that nothing is known. */
function diseaseOf(code: string): { ontology: string; code: string } | null | undefined {
  if (/^(?:NI|NAV|NAV_DISEASE_TYPE)$/.test(code)) return null
  const icd = /^urn:miriam:icd:([A-Z]\d{2}(?:\.\w{1,4})?(?:-[A-Z]\d{2}(?:\.\d)?)?)$/i.exec(
    code,
  )?.[1]
  if (icd) return { ontology: 'ICD-10', code: icd.toUpperCase() }
  return /^ORPHA:\d+$/.test(code) ? { ontology: 'ORPHA', code } : undefined
}

const present = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const english = (text: string | undefined) =>
  text === undefined ? undefined : { zh: null, en: text }

function biobankOf(row: Row): Part {
  const take = taking(row)
  const values = present({
    miabisId: row['id'],
    name: english(take.text('name', 200)),
    acronym: take.text('acronym', 60),
    description: english(take.text('description', 5000)),
    url: take.url('url') ?? take.url('website'),
    country: take.text('country', 2),
  })
  return { values, left: take.left }
}

function networkOf(row: Row): Part {
  const take = taking(row)
  const values = present({
    miabisId: row['id'],
    name: english(take.text('name', 200)),
    acronym: take.text('acronym', 60),
    description: english(take.text('description', 5000)),
    url: take.url('url'),
    // Where it has no juristic person, the network stands for itself.
    juristicPerson: take.text('juridical_person', 300) ?? row['name'],
    status: row['withdrawn'] === 'true' ? 'ended' : 'active',
  })
  return { values, left: take.left }
}

function collectionOf(row: Row): Part {
  const take = taking(row)
  const [unit] = take.codes('age_unit') ?? []
  const [ageLow, ageHigh] = [take.number('age_low'), take.number('age_high')]
  const isOfHospital = listOf(row['type']).includes('HOSPITAL')
  const values = present({
    title: english(take.text('name', 500)),
    summary: english(take.text('description', 5000)),
    miabisId: row['id'],
    acronym: take.text('acronym', 60),
    collectionUrl: take.url('url') ?? take.url('website'),
    collectionDesign: take.codes('type'),
    collectionSetting: isOfHospital ? ['routine_health_care'] : undefined,
    collectionStatus: row['withdrawn'] === 'true' ? 'ended' : undefined,
    sampleSource: 'human',
    sampleTypes: take.codes('materials'),
    storageTemperatures: take.codes('storage_temperatures'),
    datasetTypes: take.codes('data_categories'),
    sex: take.codes('sex'),
    ageLow,
    ageHigh,
    ageLowUnit: ageLow === undefined ? undefined : unit,
    ageHighUnit: ageHigh === undefined ? undefined : unit,
    diseases: take.diseases('disease') ?? take.diseases('diagnosis_available'),
    subjectsTotal: take.number('number_of_donors') ?? take.number('numberOfDonors'),
    sampleTotal: take.number('size'),
    biobankId: take.text('biobank', 200) ?? take.text('biobanks', 200),
    biobankName: take.text('biobank_label', 300),
  })
  return { values, left: take.left }
}

const described = ['id', 'name', 'acronym', 'description', 'url', 'website', 'withdrawn']
const tables: readonly Table[] = [
  {
    pattern: /^(?:biobanks|bbmri_\w+_biobanks)\.csv$/i,
    to: 'biobanks',
    map: biobankOf,
    takes: [...described.slice(0, -1), 'country'],
  },
  {
    pattern: /^networks\.csv$/i,
    to: 'networks',
    map: networkOf,
    takes: [...described, 'juridical_person'],
  },
  {
    pattern: /^(?:collections|bbmri_\w+_collections)\.csv$/i,
    to: 'collections',
    map: collectionOf,
    takes: [
      ...described,
      ...Object.keys(codes),
      'disease',
      'diagnosis_available',
      'age_low',
      'age_high',
      'number_of_donors',
      'numberOfDonors',
      'size',
      'biobank',
      'biobanks',
      'biobank_label',
    ],
  },
]

/** Whether a file of a directory is one that is read. */
export const isRead = (name: string): boolean => tables.some(({ pattern }) => pattern.test(name))

/** The biobanks, networks and collections of a directory as we call them, and everything that has no place here. */
export function readDirectory(files: readonly DirectoryFile[]): Directory {
  const found: Directory = { biobanks: [], networks: [], collections: [], leftOut: [] }
  for (const { name: file, text } of files) {
    const table = tables.find(({ pattern }) => pattern.test(file))
    if (!table) continue
    const [header = [], ...lines] = pastedRows(text, ',')
    const rows = lines.map((line): Row =>
      Object.fromEntries(header.map((column, at) => [column, line[at] ?? ''])),
    )
    const others = header.filter(
      (column) => !table.takes.includes(column) && rows.some((row) => row[column] !== ''),
    )
    found.leftOut.push(...others.map((column) => ({ file, column })))
    for (const row of rows) {
      const { values, left } = table.map(row)
      const id = row['id'] ?? ''
      found[table.to].push({ id, values })
      found.leftOut.push(...left.map(([column, value]) => ({ file, of: id, column, value })))
    }
  }
  return found
}
