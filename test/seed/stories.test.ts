import { describe, expect, it } from 'vitest'
import { allVocabularies } from '../../db/vocabularies.ts'
import { demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import { ownFieldsOf } from '../../src/catalog/records/actions/input.ts'
import { fieldsOf } from '../../src/kinds.ts'
import { newRecordShape, Withdrawal } from '../../src/catalog/records/model/shapes.ts'
import { type Kind, kinds } from '../../src/catalog/records/model/record.ts'
import { issuesBeforePublishing, issuesWithCodes } from '../../src/catalog/records/rules/record.ts'
import { institutions } from '../../seed/institutions.ts'
import { labs } from '../../seed/labs.ts'
import { people } from '../../seed/people.ts'
import { drawPicture } from '../../seed/pictures/draw.ts'
import { relations } from '../../seed/relations.ts'
import { stories } from '../../seed/stories.ts'
import type { RecordStory } from '../../seed/story.ts'

const vocabularies = new Map(
  allVocabularies
    .filter(({ superseded }) => !superseded)
    .map(({ name, title, terms }) => [
      name,
      { title, terms: new Map(terms.map((term) => [term.code, term])) },
    ]),
)

const hasCode = (vocabulary: string, code: string) =>
  vocabularies.get(vocabulary)?.terms.has(code) ?? false

const storiesOf = (kind: Kind) => stories.filter((story) => story.kind === kind)

const profileOf = ({ kind, input }: RecordStory) =>
  kind === 'accession' ? (input.profile ?? null) : null

/** What is its kind's own of an input, as the catalogue reads it. */
const ownOf = ({ kind, input }: RecordStory) => ownFieldsOf(newRecordShape(kind).parse(input))

const titleOf = (number: string) =>
  storiesOf('accession').find(({ input }) => input['accenumb'] === number)?.input.title.zh

const repeated = (names: readonly string[]) =>
  names.filter((name, index) => names.indexOf(name) !== index)

describe('The stories of the demo', () => {
  it('are what the catalogue would take from anybody', () => {
    const wrong = stories.flatMap((story) => {
      const parsed = newRecordShape(story.kind).safeParse(story.input)
      return parsed.success ? [] : `${story.key}: ${parsed.error.message}`
    })
    expect(wrong).toEqual([])
  })

  it('have the fields of their profile, and codes that their vocabularies have', () => {
    const wrong = stories.flatMap((story) => {
      const fields = fieldsOf(story.kind, profileOf(story))
      const keys = new Set(fields.map(({ key }) => key))
      const own = ownOf(story)
      const issues = issuesWithCodes(fields, own, vocabularies).map(({ path }) => path)
      const others = Object.keys(own).filter((key) => !keys.has(key))
      return [...issues, ...others].map((path) => `${story.key}: ${path}`)
    })
    expect(wrong).toEqual([])
  })

  it('name libraries, subjects and schemes that there are', () => {
    const wrong = stories.filter(
      ({ input: { library, subjects = [] } }) =>
        (library && !hasCode('library', library)) ||
        subjects.some((subject) => !hasCode('subject', subject)),
    )
    expect(wrong.map(({ key }) => key)).toEqual([])
  })

  it('may be published where they are shown', () => {
    const wrong = stories
      .filter(({ state }) => state !== 'draft')
      .flatMap((story) =>
        issuesBeforePublishing(
          fieldsOf(story.kind, profileOf(story)),
          ownOf(story),
          story.input.access ?? 'on_request',
        ).map(({ path }) => `${story.key}: ${path}`),
      )
    expect(wrong).toEqual([])
  })

  it('say everything in Chinese and in English', () => {
    const silent = stories.filter(({ input: { title, summary }, picture }) =>
      [title, summary, picture?.caption ?? title].some((text) => !text?.zh || !text.en),
    )
    expect(silent.map(({ key }) => key)).toEqual([])
  })

  it('have names of their own, and no two the same title or summary', () => {
    expect(repeated(stories.map(({ key }) => key))).toEqual([])
    expect(repeated(stories.map(({ kind, input }) => `${kind} ${input.title.zh}`))).toEqual([])
    expect(repeated(stories.map(({ kind, input }) => `${kind} ${input.title.en}`))).toEqual([])
    expect(repeated(stories.map(({ input }) => `${input.summary?.zh}`))).toEqual([])
    expect(repeated(stories.map(({ input }) => `${input.summary?.en}`))).toEqual([])
  })

  it('number every accession once in its institution', () => {
    const numbers = storiesOf('accession').map(
      ({ institution, input }) => `${institution} ${String(input['accenumb'])}`,
    )
    expect(repeated(numbers)).toEqual([])
  })

  it('were written on working days of the demo’s years', () => {
    const wrong = stories.filter(({ on }) => on < '2023-03-01' || on > '2026-11-23')
    expect(wrong.map(({ key, on }) => `${key} ${on}`)).toEqual([])
  })

  it('give a reason wherever something was withdrawn', () => {
    const withdrawn = stories.filter(({ state }) => state === 'withdrawn')
    expect(withdrawn.filter(({ reason }) => !Withdrawal.safeParse({ reason }).success)).toEqual([])
  })

  it('have drafts and withdrawn records of every kind', () => {
    for (const kind of kinds)
      for (const state of ['draft', 'withdrawn'] as const)
        expect(
          storiesOf(kind).filter((story) => story.state === state).length,
          `${state} ${kind}`,
        ).toBeGreaterThanOrEqual(1)
  })

  it('are as many as were promised', () => {
    expect(institutions.length).toBeGreaterThanOrEqual(12)
    expect(labs.length).toBeGreaterThanOrEqual(25)
    expect(storiesOf('instrument').length).toBeGreaterThanOrEqual(60)
    expect(storiesOf('dataset').length).toBeGreaterThanOrEqual(30)
    expect(storiesOf('accession').length).toBeGreaterThanOrEqual(400)
    expect(storiesOf('collection').length).toBeGreaterThanOrEqual(6)
    expect(relations.length).toBeGreaterThanOrEqual(25)
  })

  it('fill all nine libraries with accessions', () => {
    const libraries = new Set(storiesOf('accession').map(({ input }) => input.library))
    expect(libraries).toEqual(new Set(vocabularies.get('library')?.terms.keys()))
  })

  it('have the numbers that the acceptance looks for', () => {
    expect(titleOf('ZXM000123')).toContain('陇东苜蓿')
    expect(titleOf('00/0214')).toBeDefined()
    expect(titleOf('NR 010004')).toBeDefined()
  })

  it('have pictures that can be drawn', () => {
    const subjects = new Set(stories.flatMap(({ picture }) => picture?.subject ?? []))
    for (const subject of subjects)
      expect(() => drawPicture({ subject, key: 'test' })).not.toThrow()
  }, 120_000)
})

describe('What the stories lean on', () => {
  const institutionKeys = new Set(institutions.map(({ key }) => key))
  const personKeys = new Set(people.map(({ key }) => key))

  it('is there: institutions, their regions and their curators', () => {
    expect(stories.filter(({ institution }) => !institutionKeys.has(institution))).toEqual([])
    expect(institutions.filter(({ region }) => !hasCode('region', region))).toEqual([])
    expect(institutions.filter(({ curator }) => !personKeys.has(curator))).toEqual([])
  })

  it('belongs where it says: labs and people', () => {
    expect(labs.filter(({ institution }) => !institutionKeys.has(institution))).toEqual([])
    const inLabs = labs.flatMap(({ pi, members = [] }) => (pi ? [pi, ...members] : members))
    expect(inLabs.filter((key) => !personKeys.has(key))).toEqual([])
    const named = people.flatMap(({ belongs, stewards = [] }) => [
      ...belongs.map(([key]) => key),
      ...stewards,
    ])
    expect(named.filter((key) => !institutionKeys.has(key))).toEqual([])
  })

  it('is named once', () => {
    expect(repeated(institutions.map(({ key }) => key))).toEqual([])
    expect(repeated(labs.map(({ key }) => key))).toEqual([])
    expect(repeated(people.map(({ key }) => key))).toEqual([])
    expect(repeated(people.map(({ email }) => email))).toEqual([])
  })

  it('has everybody whom the demo’s tokens name', () => {
    const emails = new Set(people.map(({ email }) => email))
    expect(Object.values(demoSignIns).filter((email) => !emails.has(email))).toEqual([])
  })

  it('relates records that there are, each pair in one way, by types that there are', () => {
    const keys = new Set(stories.map(({ key }) => key))
    const wrong = relations.filter(
      ([from, type, to]) =>
        !keys.has(from) || !keys.has(to) || from === to || !hasCode('relation_type', type),
    )
    expect(wrong).toEqual([])
    expect(repeated(relations.map((relation) => relation.join(' ')))).toEqual([])
  })
})
