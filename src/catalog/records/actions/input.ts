import type { Context } from '../../../core/context.ts'
import type { Db } from '../../../core/database.ts'
import type { Field, FieldValues } from '../../../core/fields.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import { fieldsOf, kindDefinitions } from '../../../kinds.ts'
import { commonKeys, type NewRecord, type RecordChange } from '../model/shapes.ts'
import type { Access, Kind } from '../model/record.ts'
import { hasInstitution, keepsCollection } from '../queries/records.ts'
import { vocabulariesNamed } from '../../vocabularies/queries/terms.ts'
import {
  codesIn,
  issuesBeforePublishing,
  issuesWithCodes,
  vocabulariesOf,
  type Belonging,
  type Deposited,
  keepsRecord,
  mayWrite,
  readsWhole,
  writesRecord,
} from '../rules/record.ts'
import { catalogWords } from '../words.ts'
import type { Actor } from '../../../core/actor.ts'

/** The kind's own fields of an input, apart from the common ones. */
export function ownFieldsOf(input: NewRecord | RecordChange): FieldValues {
  const entries = Object.entries(input).filter(
    ([key, value]) => !commonKeys.includes(key) && value !== undefined,
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape was made from the fields: what passed it is field values
  return Object.fromEntries(entries) as FieldValues
}

/** The profile asked for, checked; the kind's first where none is named. */
export function profileOf(kind: Kind, asked: string | null | undefined): string | null {
  const { profiles } = kindDefinitions[kind]
  if (!asked) return profiles[0]?.key ?? null
  if (profiles.some(({ key }) => key === asked)) return asked
  throw new Problem('invalid', catalogWords.invalid, {
    issues: [{ path: 'profile', message: catalogWords.unknownProfile }],
  })
}

type Checked = { kind: Kind; profile: string | null; own: FieldValues; input: RecordChange }

/** Refuses what the schema cannot know: codes, fields of another profile, owners that are not there. */
export async function refuseWrongInput(ctx: Context, db: Db, checked: Checked): Promise<void> {
  const [issues = []] = await issuesOfInputs(ctx, db, [checked])
  if (issues.length > 0) throw new Problem('invalid', catalogWords.invalid, { issues })
}

/** The same of several inputs, by as many queries as of one: the issues of each. */
export async function issuesOfInputs(
  ctx: Context,
  db: Db,
  inputs: readonly Checked[],
): Promise<Issue[][]> {
  const coded = inputs.map(codesOf)
  const codes = coded.flatMap((one) => one.codes)
  const named = [...new Set(coded.flatMap((one) => one.vocabularies))]
  const vocabularies = await vocabulariesNamed(db, codes.length > 0 ? named : [], codes)
  const owners = await ownersIn(ctx, db, inputs)
  return inputs.map((one, at) => {
    const { fields, common } = coded[at] ?? codesOf(one)
    return [
      ...issuesWithCodes(fields, one.own, vocabularies),
      ...issuesWithCodes(commonCodes, common, vocabularies),
      ...issuesOfProfile({ ...one, fields }),
      ...issuesOfOwners(one.input, owners),
    ]
  })
}

/** The codes of an input, and the code lists that they are of. */
function codesOf({ kind, profile, own, input }: Checked) {
  const fields = fieldsOf(kind, profile)
  const common = { library: input.library ?? null, subjects: input.subjects ?? [] }
  return {
    fields,
    common,
    codes: [...codesIn(fields, own), ...codesIn(commonCodes, common)],
    vocabularies: [...vocabulariesOf(fields), ...vocabulariesOf(commonCodes)],
  }
}

const commonCodes: readonly Field[] = [
  {
    key: 'library',
    label: { zh: '资源库', en: 'Library' },
    group: '',
    type: 'code',
    vocabulary: 'library',
  },
  {
    key: 'subjects',
    label: { zh: '学科', en: 'Subjects' },
    group: '',
    type: 'codes',
    vocabulary: 'subject',
  },
]

function issuesOfProfile(checked: Omit<Checked, 'input'> & { fields: readonly Field[] }): Issue[] {
  const { kind, profile, own, fields } = checked
  const label = kindDefinitions[kind].profiles.find(({ key }) => key === profile)?.label
  if (!label) return []
  const known = new Set(fields.map(({ key }) => key))
  return Object.keys(own)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: key, message: catalogWords.notOfProfile(label) }))
}

type Owners = { institutions: ReadonlySet<string>; collections: ReadonlySet<string> }

/** Of the institutions and collections that inputs name those that are there, and that the actor keeps. */
async function ownersIn(ctx: Context, db: Db, inputs: readonly Checked[]): Promise<Owners> {
  const institutions = new Set<string>()
  const collections = new Set<string>()
  for (const id of idsIn(inputs.map(({ input }) => input.institution)))
    // oxlint-disable-next-line no-await-in-loop -- one of them, nearly always
    if (await hasInstitution(db, id)) institutions.add(id)
  for (const id of idsIn(inputs.map(({ input }) => input.collection)))
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (await keepsCollection(db, ctx.actor, id)) collections.add(id)
  return { institutions, collections }
}

const idsIn = (ids: readonly (string | null | undefined)[]) =>
  [...new Set(ids)].filter((id) => typeof id === 'string')

function issuesOfOwners({ institution, collection }: RecordChange, owners: Owners): Issue[] {
  const issues: Issue[] = []
  if (institution && !owners.institutions.has(institution))
    issues.push({ path: 'institution', message: catalogWords.unknownInstitution })
  if (collection && !owners.collections.has(collection))
    issues.push({ path: 'collection', message: catalogWords.unknownCollection })
  return issues
}

/** Refuses what may not be shown, naming every field: to publish, and to change what is published. */
export function refuseUnpublishable(
  fields: readonly Field[],
  values: FieldValues,
  access: Access,
): void {
  const issues = issuesBeforePublishing(fields, values, access)
  if (issues.length > 0) throw new Problem('invalid', catalogWords.incomplete, { issues })
}

/** Refuses whoever may not write this record, and says which of the three it is. */
export function refuseUnlessKept(actor: Actor, record: Belonging): void {
  refuseUnlessWriting(actor)
  if (!keepsRecord(actor, record)) throw new Problem('forbidden', catalogWords.notYours)
}

/** Refuses whoever may not change this record: all but who keeps it, and who deposits it until it is submitted. */
export function refuseUnlessWritten(actor: Actor, record: Belonging & Deposited): void {
  refuseUnlessWriting(actor)
  if (writesRecord(actor, record)) return
  throw new Problem(
    'forbidden',
    readsWhole(actor, record) ? catalogWords.inCheck : catalogWords.notYours,
  )
}

/** Refuses whoever may not read all of this record. */
export function refuseUnlessReadWhole(actor: Actor, record: Belonging & Deposited): void {
  if (!readsWhole(actor, record)) throw new Problem('forbidden', catalogWords.notYours)
}

/** Refuses guests, and tokens that only read. */
export function refuseUnlessWriting(actor: Actor): void {
  if (actor.type === 'anonymous') throw new Problem('unauthenticated', catalogWords.signInToKeep)
  if (!mayWrite(actor)) throw new Problem('forbidden', catalogWords.readOnlyToken)
}
