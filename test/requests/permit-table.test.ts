import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listRules } from '../../src/requests/permits/queries.ts'
import {
  blockedBy,
  findingsFor,
  type Movement,
  objectionsToMoving,
  type PermitRule,
  type Recipient,
} from '../../src/requests/permits/rules.ts'
import { testDatabase } from '../support/database.ts'

/** Every row of the table, in words that a row without a case here does not have: what, to whom, where to, and what then. */
const cases: Readonly<Record<string, string>> = {
  'plant, anyone, abroad: germplasm_approval': '种子法 11 91',
  'plant, anyone, abroad: benefit_plan': '种子法 11 91',
  'plant, abroad, china: germplasm_approval': '种子法 11 91',
  'plant, abroad, china: benefit_plan': '种子法 11 91',
  'mushroom, anyone, abroad: germplasm_approval': '种子法 11 91',
  'mushroom, anyone, abroad: benefit_plan': '种子法 11 91',
  'mushroom, abroad, china: germplasm_approval': '种子法 11 91',
  'mushroom, abroad, china: benefit_plan': '种子法 11 91',
  'wild_plant_1, anyone, anywhere: collecting_permit': '野生植物保护条例 16',
  'wild_plant_2, anyone, anywhere: collecting_permit': '野生植物保护条例 16',
  'wild_plant_1, anyone, abroad: species_certificate': '野生植物保护条例 20',
  'wild_plant_2, anyone, abroad: species_certificate': '野生植物保护条例 20',
  'new_plant, anyone, abroad: blocked': '野生植物保护条例 20',
  'wild_medicine_1, anyone, anywhere: condition': '野生药材资源保护管理条例 4 6',
  'wild_medicine_2, anyone, anywhere: medicine_licence': '野生药材资源保护管理条例 4 7 9',
  'wild_medicine_3, anyone, anywhere: medicine_licence': '野生药材资源保护管理条例 4 7 9',
  'listed_breed, anyone, anywhere: breed_approval': '畜牧法 14',
  'listed_breed, anyone, abroad: breed_export': '畜牧法 17',
  'listed_breed, anyone, abroad: benefit_plan': '畜牧法 17',
  'listed_breed, abroad, china: breed_export': '畜牧法 17',
  'listed_breed, abroad, china: benefit_plan': '畜牧法 17',
  'new_breed, anyone, abroad: blocked': '畜牧法 17',
  'new_breed, abroad, china: blocked': '畜牧法 17',
  'pathogen_1, anyone, anywhere: transport_approval': '病原微生物实验室生物安全管理条例 11',
  'pathogen_1, anyone, anywhere: activity_approval': '病原微生物实验室生物安全管理条例 15',
  'pathogen_1, anyone, anywhere: condition': '病原微生物实验室生物安全管理条例 12 14',
  'pathogen_2, anyone, anywhere: transport_approval': '病原微生物实验室生物安全管理条例 11',
  'pathogen_2, anyone, anywhere: activity_approval': '病原微生物实验室生物安全管理条例 15',
  'pathogen_2, anyone, anywhere: condition': '病原微生物实验室生物安全管理条例 12 14',
  'human_material, foreign, china: blocked': '人类遗传资源管理条例 7 21',
  'human_material, foreign, abroad: human_cooperation': '人类遗传资源管理条例 21 22',
  'human_material, anyone, abroad: human_export': '人类遗传资源管理条例 27',
  'human_material, anyone, anywhere: condition': '人类遗传资源管理条例 10 15',
  'human_material, domestic, china: condition': '人类遗传资源管理条例 14',
  'human_material, foreign, abroad: condition': '人类遗传资源管理条例 24 26',
  'human_information, foreign, anywhere: human_information_report': '人类遗传资源管理条例 28',
  'core_data, anyone, anywhere: blocked': '数据安全法 21',
  'important_data, anyone, abroad: data_assessment': '数据安全法 31',
}

const lab: Recipient = { country: 'CN', isForeignControlled: false }
const controlled: Recipient = { country: 'CN', isForeignControlled: true }
const almaty: Recipient = { country: 'KZ', isForeignControlled: false }
const hongKong: Recipient = { country: 'HK', isForeignControlled: false }
const everybody = [lab, controlled, almaty, hongKong]
/** Said once more, independently of the program. */
const meant = {
  anyone: everybody,
  domestic: [lab],
  abroad: [almaty, hongKong],
  foreign: [controlled, almaty, hongKong],
}
const reached = { anywhere: ['CN', 'KZ', 'HK'], china: ['CN'], abroad: ['KZ', 'HK'] }

type Database = Awaited<ReturnType<typeof testDatabase>>
const scenes: Array<{ database: Database; rules: PermitRule[] }> = []
const rules = () => scenes[0]?.rules ?? []

beforeAll(async () => {
  const database = await testDatabase()
  const { items } = await listRules(database.db, { limit: 200 })
  scenes.push({ database, rules: items })
})
afterAll(async () => {
  await scenes.pop()?.database[Symbol.asyncDispose]()
})

const nameOf = ({ material, recipient, destination, effect, document }: PermitRule) =>
  `${material}, ${recipient}, ${destination}: ${document ?? effect}`

const today = '2026-11-25'

/** Numbers of articles in an English clause; a standard's number is none. */
const articlesIn = (clause: string) =>
  [...clause.replace(/GB\/T [\d-]+/, '').matchAll(/\d+/g)].map(([number]) => number)

const applied = (
  rule: PermitRule,
  movement: Omit<Movement, 'materials'>,
  material = rule.material,
) => findingsFor([rule], { materials: [material], ...movement }).length === 1

describe('the table of what the law asks', () => {
  test('has a case for every row and a row for every case', () => {
    expect(rules().length).toBeGreaterThan(40)
    expect([...new Set(rules().map(nameOf))].toSorted()).toEqual(Object.keys(cases).toSorted())
  })

  test('names its law and articles, and says what to do, in both languages', () => {
    const wrong = rules().filter((rule) => {
      const [law = '', ...articles] = (cases[nameOf(rule)] ?? '').split(' ')
      const named = articlesIn(rule.clause.en)
      const isNamed = named.length > 0 && named.every((number) => articles.includes(number))
      const isSaid = rule.sentence.zh.endsWith('。') && rule.sentence.en.endsWith('.')
      return !(isNamed && isSaid && rule.clause.zh.includes(`《${law}》`))
    })
    expect(wrong.map(nameOf)).toEqual([])
  })

  test('applies each row to the recipients and destinations that it means, and to no others', () => {
    const tried = rules().flatMap((rule) =>
      everybody.flatMap((recipient) =>
        reached.anywhere.map((destination) => ({
          name: `${nameOf(rule)} for ${JSON.stringify({ recipient, destination })}`,
          is: applied(rule, { recipient, destination, at: today }),
          shouldBe:
            meant[rule.recipient].includes(recipient) &&
            reached[rule.destination].includes(destination),
        })),
      ),
    )
    expect(tried.filter(({ is, shouldBe }) => is !== shouldBe)).toEqual([])
    expect(tried.filter(({ is }) => is).length).toBeGreaterThan(rules().length)
    expect(tried.filter(({ is }) => !is).length).toBeGreaterThan(rules().length)
  })

  test('applies each row to its material alone, from its first day until its last', () => {
    const wrong = rules().filter((rule) => {
      const ending = { ...rule, validTo: '2026-11-25' }
      const [recipient = lab] = meant[rule.recipient]
      const [destination = 'CN'] = reached[rule.destination]
      const on = (at: string, material = rule.material) =>
        applied(ending, { recipient, destination, at }, material)
      const days = [dayBefore(rule.validFrom), rule.validFrom, '2026-11-25', '2026-11-26']
      const outcomes = [...days.map((day) => on(day)), on(today, 'general_data')]
      return outcomes.join() !== 'false,true,true,false,false'
    })
    expect(wrong.map(nameOf)).toEqual([])
  })
})

const stories: ReadonlyArray<
  [told: string, material: PermitRule['material'], Recipient, destination: string, then: string[]]
> = [
  ['seed for a lab of Lanzhou asks nothing', 'plant', lab, 'CN', []],
  [
    'seed for Almaty needs approval and a plan',
    'plant',
    almaty,
    'KZ',
    ['germplasm_approval', 'benefit_plan'],
  ],
  [
    'seed taken abroad by a Chinese lab needs them too',
    'plant',
    lab,
    'KZ',
    ['germplasm_approval', 'benefit_plan'],
  ],
  [
    'seed studied in China with Almaty needs them too',
    'plant',
    almaty,
    'CN',
    ['germplasm_approval', 'benefit_plan'],
  ],
  ['seed for a controlled company in China does not', 'plant', controlled, 'CN', []],
  [
    'tissue for a controlled company in China is not provided',
    'human_material',
    controlled,
    'CN',
    ['blocked', 'condition', 'condition'],
  ],
  [
    'tissue for a hospital of Lanzhou comes with conditions',
    'human_material',
    lab,
    'CN',
    ['condition', 'condition', 'condition'],
  ],
  [
    'tissue for Almaty needs both papers',
    'human_material',
    almaty,
    'KZ',
    ['human_cooperation', 'human_export', 'condition', 'condition', 'condition', 'condition'],
  ],
  [
    'genomes for a controlled company are reported first',
    'human_information',
    controlled,
    'CN',
    ['human_information_report'],
  ],
  ['a new breed does not go abroad', 'new_breed', lab, 'HK', ['blocked']],
  ['a pathogen of the fourth class asks nothing', 'pathogen_4', almaty, 'KZ', []],
  ['core data go nowhere', 'core_data', lab, 'CN', ['blocked']],
]

test.each(stories)('%s', (_, material, recipient, destination, then) => {
  const found = findingsFor(rules(), { materials: [material], recipient, destination, at: today })
  expect(found.map(({ document, effect }) => document ?? effect)).toEqual(then)
  expect(blockedBy(found).length).toBe(then.filter((one) => one === 'blocked').length)
})

test('somebody of no institution is from where it goes', () => {
  const recipient = { country: null, isForeignControlled: false }
  const tissue = { materials: ['human_material' as const], recipient, at: today }
  expect(blockedBy(findingsFor(rules(), { ...tissue, destination: 'CN' }))).toEqual([])
  const abroad = findingsFor(rules(), { ...tissue, destination: 'KZ' })
  expect(abroad.map(({ document }) => document)).toContain('human_cooperation')
})

const abroad = () =>
  findingsFor(rules(), { materials: ['plant'], recipient: almaty, destination: 'KZ', at: today })

const codes = (permits: Parameters<typeof objectionsToMoving>[1], at = today) =>
  objectionsToMoving(abroad(), permits, at).map(({ code }) => code)

describe('what keeps an item from moving', () => {
  test('is every document that is missing, named with its clause', () => {
    const [first] = objectionsToMoving(abroad(), [], today)
    expect(codes([])).toEqual(['permit_missing', 'permit_missing'])
    expect(first?.detail).toEqual({
      zh: '缺少“对外提供种质资源批准文件”，请添加文件编号。（《种子法》第十一条、第九十一条）',
      en: '“Approval to provide germplasm abroad” is missing. Add its number. (Seed Law, articles 11 and 91)',
    })
  })

  test('is a permit that is not valid that day, and nothing once all are', () => {
    const permits = abroad().map(({ ruleId }) => ({
      ruleId,
      issuedOn: '2026-01-01',
      validUntil: '2026-11-25',
    }))
    expect(codes(permits)).toEqual([])
    expect(codes(permits, '2026-11-26')).toEqual(['permit_ended', 'permit_ended'])
    expect(codes(permits, '2025-12-31')).toEqual(['permit_ended', 'permit_ended'])
    expect(codes(permits.slice(1))).toEqual(['permit_missing'])
  })

  test('is what no permit helps against', () => {
    const found = findingsFor(rules(), {
      materials: ['core_data', 'human_material'],
      recipient: lab,
      destination: 'CN',
      at: today,
    })
    const [only, ...more] = objectionsToMoving(
      found,
      found.map(({ ruleId }) => ({ ruleId, issuedOn: '2026-01-01', validUntil: null })),
      today,
    )
    expect([only?.code, more]).toEqual(['blocked_by_law', []])
  })
})

const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
