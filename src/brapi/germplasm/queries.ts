import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { listedFor } from '../../catalog/visible.ts'
import type { Db } from '../../core/database.ts'
import { isId } from '../../core/shapes.ts'
import type { LocalText } from '../../core/text.ts'
import { keyOf } from '../../catalog/search/rules/terms.ts'
import type { Actor } from '../../core/actor.ts'
import type { Asking } from '../calls/model.ts'
import { type Filter, ids, nothing, option, source } from '../calls/queries.ts'
import type { Relative } from './model.ts'

/**
 * Accessions that the viewer may list, in the order of listing. By `record_accessions`, which has all that is asked
 * where nothing narrows: a page and the total read no row beyond those of the page.
 */
const accessionRows = ({ db, actor }: Asking) =>
  db
    .selectFrom('record')
    .where('record.kind', '=', 'accession')
    .where(listedFor(actor))
    .select('record.id')

/** Of the passport of the record. */
const inPassport = (condition: RawBuilder<unknown>) => sql<SqlBool>`exists (
  select from accession where accession.record_id = record.id and ${condition}
)`

/** The same with the institution that keeps it. */
const inKeptPassport = (condition: RawBuilder<unknown>) => sql<SqlBool>`exists (
  select from accession
  join institution on institution.id = record.institution_id
  where accession.record_id = record.id and ${condition}
)`

/** What may be called by one of these names or numbers, by their folded keys; by `record_name_prefix`. */
const calledAs = (values: readonly string[]) => sql<SqlBool>`record.id in (
  select record_name.record_id from record_name
  where record_name.key = any(${[...new Set(values.map(keyOf))]}::text[])
)`

/** Titles and names of the passport, as they are written. */
const named: Filter = (values) => sql<SqlBool>`(${calledAs(values)} and (
  record.title_zh = any(${[...values]}::text[])
  or record.title_en = any(${[...values]}::text[])
  or ${inPassport(sql`accession.accename && ${[...values]}::text[]`)}
))`

/** Its further names and numbers: OTHERNUMB is kept with its institute, and known without. */
const synonymous: Filter = (values) =>
  sql<SqlBool>`(${calledAs(values.flatMap((value) => [value, value.replace(/^.*:/, '')]))} and ${inPassport(
    sql`(accession.accename || accession.othernumb) && ${[...values]}::text[]`,
  )})`

/** By `record_of_genus`. */
const ofGenus = (genera: readonly string[]) => sql<SqlBool>`(
  record.taxon is not null
  and split_part(lower(record.taxon), ' ', 1) = any(${genera.map((one) => one.toLowerCase())}::text[])
)`

/** Records of these crops, as `record.crop_key` has them; the query names the table `record`. By `record_of_crop`. */
export const ofCrop: Filter = (values) => sql<SqlBool>`(
  record.kind = 'accession' and record.crop_key = any(array(
    select kind || name from unnest(${[...values]}::text[]) as name, unnest(array['crop:', 'profile:']) as kind
    union all
    select 'library:' || library.code from library
    where array[library.name_zh, library.name_en] && ${[...values]}::text[]
  ))
)`

/** Records that were observed in these trials. */
const observedIn: Filter = (values) => sql<SqlBool>`record.id in (
  select observation.record_id from observation
  where observation.trial_id = any(${values.filter(isId)}::uuid[])
)`

const observedInNamed: Filter = (values) => sql<SqlBool>`record.id in (
  select observation.record_id from observation
  join trial on trial.id = observation.trial_id
  where trial.name_zh = any(${[...values]}::text[]) or trial.name_en = any(${[...values]}::text[])
)`

/** Records with a relative among these that the viewer may see. */
const related =
  (own: 'child_id' | 'parent_id', other: 'child_id' | 'parent_id'): Filter =>
  (values, { actor }) =>
    sql<SqlBool>`record.id in (
    select ${sql.ref(`parentage.${own}`)} from parentage
    where ${sql.ref(`parentage.${other}`)} in (
      select record.id from record
      where record.id = any(${values.filter(isId)}::uuid[]) and ${listedFor(actor)}
    )
  )`

/** PUID; without one INSTCODE, ACCENUMB and GENUS, or the address of the record: as `puiOf` writes it. */
const ofPui: Filter = (values) => {
  const numbers = values.flatMap((value) => [value, ...value.split(':')])
  const recordIds = values.map((value) => value.replace(/^.*\//, '')).filter(isId)
  const written = sql`concat_ws(
    ':', coalesce(accession.instcode, institution.wiews), accession.accenumb, accession.genus
  )`
  const ofPassport = inKeptPassport(
    sql`coalesce(accession.puid, ${written}) = any(${[...values]}::text[])`,
  )
  return sql<SqlBool>`(
    record.id = any(${recordIds}::uuid[]) or (${calledAs(numbers)} and ${ofPassport})
  )`
}

const ofIdentifier =
  (column: 'value' | 'scheme'): Filter =>
  (values) =>
    sql<SqlBool>`record.id in (
    select record_identifier.record_id from record_identifier
    where lower(${sql.ref(`record_identifier.${column}`)}) = any(${values.map((one) => one.toLowerCase())}::text[])
  )`

const inInstitutionNamed: Filter = (values) => sql<SqlBool>`record.institution_id in (
  select institution.id from institution
  where institution.name_zh = any(${[...values]}::text[]) or institution.name_en = any(${[...values]}::text[])
)`

const inLibrary: Filter = (values) => sql<SqlBool>`record.library in (
  select library.code from library
  where array[library.code, library.name_zh, library.name_en] && ${[...values]}::text[]
)`

/** What a germplasm and a node of a pedigree are found by. */
const germplasmFilters: Readonly<Record<string, Filter>> = {
  germplasmDbId: ids('record.id'),
  germplasmName: named,
  germplasmPUI: ofPui,
  accessionNumber: (values) => inPassport(sql`accession.accenumb = any(${[...values]}::text[])`),
  synonym: synonymous,
  collection: inLibrary,
  genus: ofGenus,
  species: (values) => inPassport(sql`accession.species = any(${[...values]}::text[])`),
  binomialName: (values) =>
    sql<SqlBool>`(${ofGenus(values.map((value) => value.split(' ')[0] ?? ''))} and ${inPassport(
      sql`concat_ws(' ', accession.genus, accession.species) = any(${[...values]}::text[])`,
    )})`,
  commonCropName: ofCrop,
  programDbId: ids('record.institution_id'),
  programName: inInstitutionNamed,
  trialDbId: observedIn,
  trialName: observedInNamed,
  studyDbId: observedIn,
  studyName: observedInNamed,
  externalReferenceId: ofIdentifier('value'),
  externalReferenceID: ofIdentifier('value'),
  externalReferenceSource: ofIdentifier('scheme'),
  instituteCode: (values) =>
    inKeptPassport(
      sql`coalesce(accession.instcode, institution.wiews) = any(${[...values]}::text[])`,
    ),
  // Families have no codes here.
  familyCode: nothing,
}

export const germplasmSource = source({
  rows: accessionRows,
  by: 'record.listed_no',
  filters: {
    ...germplasmFilters,
    parentDbId: related('child_id', 'parent_id'),
    progenyDbId: related('parent_id', 'child_id'),
  },
})

/** Has a parent or a child that the viewer may know of. */
const hasPedigree = (actor: Actor) => sql<SqlBool>`(
  record.id in (
    select parentage.child_id from parentage
    left join record on record.id = parentage.parent_id
    where parentage.parent_id is null or ${listedFor(actor)}
  )
  or record.id in (
    select parentage.parent_id from parentage
    join record on record.id = parentage.child_id
    where ${listedFor(actor)}
  )
)`

/** Nodes of pedigrees: accessions that have a parent or a child. */
export const pedigreeSource = source({
  rows: (asking) => accessionRows(asking).where(hasPedigree(asking.actor)),
  by: 'record.listed_no',
  filters: {
    ...germplasmFilters,
    includeParents: option,
    includeSiblings: option,
    includeProgeny: option,
    includeFullTree: option,
    pedigreeDepth: option,
    progenyDepth: option,
  },
})

const title = sql<LocalText>`jsonb_build_object('zh', record.title_zh, 'en', record.title_en)`

/** An accession as other things name it; the query joins `record` and `accession`. */
export const namedGermplasm = sql<{
  id: string
  name: string | null
  title: LocalText
}>`jsonb_build_object('id', record.id, 'name', accession.accename[1], 'title', ${title})`.as(
  'germplasm',
)

/** The parents of these accessions, as far as the viewer may know of them. */
export const parentsOf = async (db: Db, actor: Actor, childIds: readonly string[]) =>
  relatives(db, actor, {
    own: sql`parentage.child_id`,
    other: sql`parentage.parent_id`,
    name: sql`parentage.parent_name`,
    of: childIds,
  })

/** And their children. */
export const childrenOf = async (db: Db, actor: Actor, parentIds: readonly string[]) =>
  relatives(db, actor, {
    own: sql`parentage.parent_id`,
    other: sql`parentage.child_id`,
    name: sql`null`,
    of: parentIds,
  })

type Way = {
  own: RawBuilder<unknown>
  other: RawBuilder<unknown>
  /** Where the catalogue has only a name. */
  name: RawBuilder<unknown>
  of: readonly string[]
}

/** Most relatives of one page of a list: a population may have thousands. */
const mostRelatives = 20_000

async function relatives(db: Db, actor: Actor, { own, other, name, of }: Way): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    select ${own} as "ofId", record.id, parentage.role,
      coalesce(accession.accename[1], ${name}) as name, ${title} as title
    from parentage
    left join record on record.id = ${other}
    left join accession on accession.record_id = record.id
    where ${own} = any(${[...of]}::uuid[])
      and (${other} is null or ${listedFor(actor)})
    order by parentage.role, parentage.id
    limit ${sql.lit(mostRelatives)}
  `.execute(db)
  return rows
}

/**
 * Crops of accessions that the viewer may list, in the language that is asked for: from each to the next one by
 * `record_of_crop`, however many accessions have it.
 */
export async function listCrops(db: Db, actor: Actor, lang: 'zh' | 'en'): Promise<string[]> {
  const own =
    lang === 'zh' ? sql`library.name_zh, library.name_en` : sql`library.name_en, library.name_zh`
  const nextOf = (behind: RawBuilder<unknown>) => sql`(
    select record.crop_key from record
    where record.kind = 'accession' and record.crop_key > ${behind} and ${listedFor(actor)}
    order by record.crop_key
    limit 1
  )`
  const { rows } = await sql<{ name: string }>`
    with recursive crop (key) as (
      select ${nextOf(sql`''`)}
      union all
      select ${nextOf(sql`crop.key`)} from crop where crop.key is not null
    )
    select distinct coalesce(${own}, regexp_replace(crop.key, '^[a-z]+:', '')) as name
    from crop
    left join library on crop.key = 'library:' || library.code
    where crop.key is not null
    order by name
  `.execute(db)
  return rows.map(({ name }) => name)
}
