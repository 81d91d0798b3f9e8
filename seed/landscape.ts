import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { createInstitutionIn } from '../src/people/institutions/actions.ts'
import { createLabIn } from '../src/people/labs/actions.ts'
import { addMembership } from '../src/people/members/actions/institutions.ts'
import { addPerson } from '../src/people/accounts/actions/people.ts'
import { addRole } from '../src/people/roles/actions/roles.ts'
import { putLabMember } from '../src/people/members/queries/labs.ts'
import { demoPassword } from '../src/people/accounts/rules/demo.ts'
import { type InstitutionStory, institutions } from './institutions.ts'
import { type LabStory, labs } from './labs.ts'
import { people, type PersonStory } from './people.ts'
import { type Ids, seedPart } from './seeded.ts'

/** Institutions, labs, people and what they are to each other. Answers ids by `institution/…`, `lab/…`, `person/…`. */
export async function seedLandscape(ctx: Context): Promise<Ids> {
  // Everybody signs in with the same word, known to all: one hash serves.
  const passwordHash = await ctx.passwords.hash(demoPassword)
  return seedPart(ctx.db, { name: 'landscape', now: ctx.now }, async (trx) => {
    const ids: Ids = {}
    for (const story of institutions) await addInstitution(trx, ctx, { story, ids })
    for (const story of people) await addSomebody(trx, ctx, { story, ids, passwordHash })
    for (const story of institutions) await addCurator(trx, ctx, { story, ids })
    for (const story of labs) await addLab(trx, ctx, { story, ids })
    return ids
  })
}

/** The id of what was told before; a story that names somebody unknown is a mistake of ours. */
export function idOf(ids: Ids, key: string): string {
  const id = ids[key]
  if (!id) throw new Error(`the demo tells of ${key} before it is there`)
  return id
}

type Told<Story> = { story: Story; ids: Ids }

async function addInstitution(trx: Trx, ctx: Context, { story, ids }: Told<InstitutionStory>) {
  const { key, name, kind, region, address, about, website, ror } = story
  const { id } = await createInstitutionIn(trx, ctx, {
    name,
    kind,
    region,
    address,
    about,
    approvesMembers: kind === 'hospital' || kind === 'agency',
    ...(website && { website }),
    ...(ror && { ror }),
  })
  ids[`institution/${key}`] = id
}

async function addSomebody(
  trx: Trx,
  ctx: Context,
  { story, ids, passwordHash }: Told<PersonStory> & { passwordHash: string },
) {
  const { key, name, email, lang = 'zh', isAdmin = false, belongs, stewards = [] } = story
  const personId = await addPerson(trx, ctx, {
    name,
    email,
    lang,
    isAdmin,
    passwordHash,
    isVerified: true,
  })
  ids[`person/${key}`] = personId
  for (const [institution, title] of belongs) {
    const institutionId = idOf(ids, `institution/${institution}`)
    await addMembership(trx, ctx, { personId, institutionId, title, isApproved: true })
  }
  for (const institution of stewards) {
    const institutionId = idOf(ids, `institution/${institution}`)
    await addRole(trx, ctx, { personId, role: 'steward', institutionId, collectionId: null })
  }
}

async function addCurator(trx: Trx, ctx: Context, { story, ids }: Told<InstitutionStory>) {
  await addRole(trx, ctx, {
    personId: idOf(ids, `person/${story.curator}`),
    role: 'curator',
    institutionId: idOf(ids, `institution/${story.key}`),
    collectionId: null,
  })
}

async function addLab(trx: Trx, ctx: Context, { story, ids }: Told<LabStory>) {
  const { key, institution, name, pi, members = [] } = story
  const { id } = await createLabIn(trx, ctx, {
    institution: idOf(ids, `institution/${institution}`),
    name,
    about: { zh: null, en: null },
  })
  ids[`lab/${key}`] = id
  const belonging = [
    ...(pi ? [{ who: pi, role: 'pi' as const }] : []),
    ...members.map((who) => ({ who, role: 'member' as const })),
  ]
  for (const { who, role } of belonging)
    await putLabMember(trx, {
      labId: id,
      personId: idOf(ids, `person/${who}`),
      role,
      now: ctx.now(),
    })
}
