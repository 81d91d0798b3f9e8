import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Answers, Fields } from '../../src/orders/forms/model.ts'
import { openFields, readFields } from '../../src/orders/forms/pages/editor.tsx'
import { openAnswers, readAnswers } from '../../src/orders/forms/pages/answers.tsx'
import {
  issuesOfAnswers,
  keptAnswers,
  keptFiles,
  shownFields,
  textOfChoice,
} from '../../src/orders/forms/rules.ts'
import { filledIn } from '../../src/web/forms.tsx'

const label = { zh: '问', en: 'Ask' }
const field = (key: string, more: object = {}) => ({ key, type: 'text', label, ...more })
const use = field('use', { type: 'choice', choices: ['育种 | Breeding', '其他 | Other'] })
const plan = field('plan', {
  type: 'long',
  required: true,
  when: { field: 'use', is: '育种 | Breeding' },
})

/** Where a form may not be kept, and which of its fields say so. */
const refusals = (fields: readonly object[]) => {
  const parsed = Fields.safeParse(fields)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

describe('a condition', () => {
  test.each([
    ['of a choice above', [use, plan], []],
    ['of nothing that is there', [plan], ['0.when']],
    ['of a field below', [plan, use], ['0.when']],
    ['of itself', [field('a', { type: 'yes_no', when: { field: 'a', is: true } })], ['0.when']],
    [
      'in a circle',
      [
        field('a', { type: 'yes_no', when: { field: 'b', is: true } }),
        field('b', { type: 'yes_no', when: { field: 'a', is: true } }),
      ],
      ['0.when'],
    ],
    [
      'of an answer that is not offered',
      [use, { ...plan, when: { field: 'use', is: 'x' } }],
      ['1.when'],
    ],
    ['of a text', [field('t'), field('u', { when: { field: 't', is: 'x' } })], ['1.when']],
    [
      'of yes as a word',
      [field('y', { type: 'yes_no' }), field('u', { when: { field: 'y', is: 'yes' } })],
      ['1.when'],
    ],
  ])('%s is kept or refused at its field', (_, fields, at) => {
    expect(refusals(fields)).toEqual(at)
  })

  test('that is not met hides its field, which is neither needed nor kept, and so do those that wait for it', () => {
    const fields = Fields.parse([
      use,
      plan,
      field('why', {
        type: 'choices',
        choices: ['a', 'b'],
        when: { field: 'use', is: '其他 | Other' },
      }),
      field('more', { required: true, when: { field: 'why', is: 'b' } }),
      field('paper', { type: 'file', required: true, when: { field: 'why', is: 'a' } }),
    ])
    const shown = (answers: Answers) => shownFields(fields, answers).map(({ key }) => key)
    expect(shown({})).toEqual(['use'])
    expect(shown({ use: '育种 | Breeding' })).toEqual(['use', 'plan'])
    expect(shown({ use: '其他 | Other', why: ['b'] })).toEqual(['use', 'why', 'more'])
    const hidden = { use: '育种 | Breeding', plan: '2027', why: ['b', 'z'], more: '' }
    expect(issuesOfAnswers(fields, { answers: hidden, files: ['paper'] })).toEqual([])
    expect(keptAnswers(fields, hidden)).toEqual({ use: '育种 | Breeding', plan: '2027' })
    const files = [{ field: 'paper' }, { field: null }]
    expect(keptFiles(fields, { answers: hidden, files })).toEqual([])
    const asked = { use: '其他 | Other', why: ['a'] }
    expect(keptFiles(fields, { answers: asked, files })).toEqual([{ field: 'paper' }])
    expect(issuesOfAnswers(fields, { answers: asked, files: [] }).map(({ path }) => path)).toEqual([
      'answers.paper',
    ])
  })

  test('never lets what is kept be refused afterwards, or shown otherwise', () => {
    const fields = Fields.parse([
      field('a', { type: 'yes_no' }),
      field('b', { type: 'choice', choices: ['x', 'y'], when: { field: 'a', is: true } }),
      field('c', { type: 'choices', choices: ['x', 'y'], when: { field: 'b', is: 'x' } }),
      field('d', { when: { field: 'c', is: 'y' } }),
    ])
    const answers = array(
      record({
        key: constantFrom('a', 'b', 'c', 'd'),
        answer: constantFrom<Answers[string]>(true, false, 'x', 'y', ['x', 'y'], ['y'], ''),
      }),
    )
    assert(
      property(answers, (given) => {
        const all = Object.fromEntries(given.map(({ key, answer }) => [key, answer]))
        const kept = keptAnswers(fields, all)
        expect(keptAnswers(fields, kept)).toEqual(kept)
        expect(shownFields(fields, kept)).toEqual(shownFields(fields, all))
        const issues = (some: Answers) => issuesOfAnswers(fields, { answers: some, files: [] })
        expect(issues(kept).length).toBeLessThanOrEqual(issues(all).length)
      }),
    )
  })
})

describe('an answer', () => {
  const table = field('t', { type: 'table', columns: ['名称', '数量'] })
  const several = field('s', { type: 'choices', choices: ['a', 'b'] })
  test.each<[string, object, unknown, boolean]>([
    ['a day', field('d', { type: 'date' }), '2026-02-28', true],
    ['a day that no calendar has', field('d', { type: 'date' }), '2026-02-30', false],
    ['an address', field('e', { type: 'email' }), 'a@example.org', true],
    ['no address', field('e', { type: 'email' }), 'a at example', false],
    ['several choices', several, ['a', 'b'], true],
    ['a choice twice', several, ['a', 'a'], false],
    ['a choice that is not offered', several, ['c'], false],
    ['a word for a list', several, 'a', false],
    ['rows', table, [['土样', '3 g']], true],
    ['a row that is too short', table, [['土样']], false],
    ['choices for rows', table, ['土样'], false],
    ['a list for a text', field('x'), ['a'], false],
    ['an answer to a note', field('n', { type: 'label' }), 'a', false],
    ['an answer to a field that every object has', field('valueof'), 'a', true],
    ['no number', field('n', { type: 'number' }), 'much', false],
    ['blank rows of a table that is needed', { ...table, required: true }, [['', ' ']], false],
    ['nothing of what is needed', { ...several, required: true }, [], false],
  ])('%s', (_, asked, answer, isRight) => {
    const fields = Fields.parse([asked])
    const answers = Answers.parse({ [fields[0]?.key ?? '']: answer })
    expect(issuesOfAnswers(fields, { answers, files: [] }).length === 0).toBe(isRight)
  })

  test('that nobody gave is not taken from what every object has', () => {
    const fields = Fields.parse([field('constructor', { required: true })])
    expect(issuesOfAnswers(fields, { answers: {}, files: [] })).toHaveLength(1)
    expect(keptAnswers(fields, {})).toEqual({})
  })
})

test('a form is read from the rows that it opens with, and answers from theirs', () => {
  const fields = Fields.parse([
    use,
    plan,
    field('rows', { type: 'table', columns: ['名称 | Name', '数量'] }),
    field('s', { type: 'choices', choices: ['a', 'b'], help: { zh: '多选', en: null } }),
    field('wet', { type: 'yes_no' }),
    field('mass', { type: 'number', unit: 'mg', when: { field: 'wet', is: true } }),
  ])
  expect(Fields.parse(readFields(openFields(fields)))).toEqual(fields)
  const answers = {
    use: '育种 | Breeding',
    plan: '一\n二',
    rows: [
      ['土样', '3 g'],
      ['水样', ''],
    ],
    s: ['a', 'b'],
    wet: true,
    mass: 2.5,
  }
  expect(readAnswers(fields, filledIn(openAnswers(answers)))).toEqual(answers)
})

test('a choice is said in the language of who reads', () => {
  expect(textOfChoice('水稻 | Rice')).toEqual({ zh: '水稻', en: 'Rice' })
  expect(textOfChoice('水稻')).toEqual({ zh: '水稻', en: '水稻' })
  expect(textOfChoice('| Rice')).toEqual({ zh: 'Rice', en: 'Rice' })
  expect(textOfChoice('|')).toEqual({ zh: '|', en: '|' })
})
