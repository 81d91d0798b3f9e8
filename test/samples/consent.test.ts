import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { Criteria } from '../../src/samples/matching/model.ts'
import { allows, type Consent, covers, criteriaFrom } from '../../src/samples/matching/rules.ts'
import { misfitsAmong } from '../../src/samples/matching/queries.ts'
import { furtherUses, purposes } from '../../src/samples/model.ts'
import { type SampleScene, sampleScene } from './scene.ts'

const day = '2026-11-30'
const agreed = (uses: readonly string[], more: Partial<Consent> = {}): Consent => ({
  uses,
  diseases: [],
  givenOn: '2026-01-01',
  until: null,
  isEnded: false,
  ...more,
})

const may = (uses: readonly string[], purpose: (typeof purposes)[number]) =>
  allows([agreed(uses)], { purpose, diseases: ['E11'] }, day)

test('general contains health, health contains named diseases, and ancestry is in general alone', () => {
  expect(purposes.map((purpose) => may(['general'], purpose))).toEqual([true, true, true, true])
  expect(purposes.map((purpose) => may(['health'], purpose))).toEqual([false, true, false, true])
  expect(purposes.map((purpose) => may(['ancestry'], purpose))).toEqual([false, false, true, false])
})

test('a code of ICD-10 stands for what begins with it, one of ORPHA for itself', () => {
  expect(covers('E11', 'E11.9')).toBe(true)
  expect(covers('E11.9', 'E11')).toBe(false)
  expect(covers('ORPHA:558', 'ORPHA:5581')).toBe(false)
  const named = [agreed(['disease'], { diseases: ['E11'] })]
  const mayFor = (diseases: readonly string[]) =>
    allows(named, { purpose: 'disease', diseases }, day)
  expect([mayFor(['E11.9']), mayFor(['E11.9', 'I10']), mayFor(['E1']), mayFor([])]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

const mayWith = (more: Partial<Consent>) =>
  allows([agreed(['general'], more)], { purpose: 'health' }, day)

test('a consent that ended, is over or not given yet allows nothing, and who states nothing has nothing', () => {
  expect(mayWith({ until: day })).toBe(true)
  expect(mayWith({ until: '2026-11-29' })).toBe(false)
  expect(mayWith({ givenOn: '2026-12-01' })).toBe(false)
  expect(mayWith({ isEnded: true })).toBe(false)
  expect(allows([agreed(['general'])], {}, day)).toBe(false)
})

test('each further use has to be agreed to, by any consent that holds', () => {
  const stated = { purpose: 'health', uses: ['commercial', 'genetic'] } as const
  expect(allows([agreed(['general'])], stated, day)).toBe(false)
  expect(allows([agreed(['general', 'genetic']), agreed(['commercial'])], stated, day)).toBe(true)
})

test('codes are read as people type them, and nothing asked is nothing', () => {
  expect(criteriaFrom({ types: [], sex: [], uses: [] })).toBeUndefined()
  const typed = { types: ['plasma'], diagnoses: 'e11， I10', purpose: 'disease', diseases: 'e11' }
  expect(Criteria.parse(criteriaFrom({ ...typed, purpose: 'disease' }))).toEqual({
    types: ['plasma'],
    diagnoses: ['E11', 'I10'],
    purpose: 'disease',
    diseases: ['E11'],
  })
})

/** Numbers that are the same at every run. */
function random(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const codes = ['E11', 'E11.9', 'I10', 'ORPHA:558', 'ORPHA:5581', 'C50.1']

test('the query and the rule agree on any consents and any stated use', async () => {
  await using scene = await sampleScene()
  const next = random(7)
  const some = <T>(from: readonly T[], chance: number) => from.filter(() => next(100) < chance)
  const donors: { sample: string; consents: Consent[] }[] = []
  for (let n = 0; n < 40; n += 1) {
    const consents = Array.from({ length: next(3) }, (): Consent => {
      const uses: string[] = [...some(purposes, 30), ...some(furtherUses, 50)]
      const whole = uses.length > 0 ? uses : ['health']
      return {
        uses: whole,
        diseases: whole.includes('disease') ? [codes[next(6)] ?? 'E11'] : [],
        ...(next(8) === 0
          ? { givenOn: '2026-12-01', until: null }
          : { givenOn: '2026-01-01', until: [null, null, '2026-11-29', day][next(4)] ?? null }),
        isEnded: next(6) === 0,
      }
    })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    donors.push({ sample: await keptWith(scene, consents), consents })
  }
  for (let n = 0; n < 60; n += 1) {
    const purpose = purposes[next(4)] ?? 'general'
    const diseases = some(codes, 30)
    const criteria = Criteria.parse({
      purpose,
      ...(purpose === 'disease' && { diseases: diseases.length > 0 ? diseases : ['E11.9'] }),
      uses: some(furtherUses, 25),
    })
    const wanted = { recordId: scene.collection, itemId: scene.collection, criteria, day }
    const ids = donors.map(({ sample }) => sample)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const found = await misfitsAmong(scene.db, wanted, ids)
    const bySql = found.filter(({ misfit }) => misfit !== 'consent').map(({ id }) => id)
    const byRule = donors.filter(({ consents }) => allows(consents, criteria, day))
    expect(bySql.toSorted()).toEqual(byRule.map(({ sample }) => sample).toSorted())
  }
})

async function keptWith(scene: SampleScene, consents: readonly Consent[]): Promise<string> {
  const donor = await scene.donor({ uses: [] })
  for (const { uses, diseases, givenOn, until, isEnded } of consents)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await sql`insert into donor_consent (donor_id, form, uses, diseases, given_on, until, ended_at, created_at)
      values (${donor}, 'ICF', ${[...uses]}::text[], ${[...diseases]}::text[], ${givenOn}, ${until},
        ${isEnded ? '2026-02-01' : null}, '2026-01-05')`.execute(scene.db)
  return scene.sample(donor)
}
