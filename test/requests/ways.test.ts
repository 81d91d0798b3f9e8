import { describe, expect, test } from 'vitest'
import type { ObjectionCode } from '../../src/bookings/verdict/model/facts.ts'
import type { Access } from '../../src/catalog/records/model/record.ts'
import { type WayFacts, wayTo } from '../../src/requests/ways/rules.ts'

const common = { access: 'open', visibility: 'published', isSignedIn: true } as const
const instrument = {
  ...common,
  kind: 'instrument',
  standing: { objections: [], approval: undefined },
  policy: {},
  services: 0,
} as const satisfies WayFacts
const refusedBy = (...codes: ObjectionCode[]) => ({
  standing: {
    objections: codes.map((code) => ({ code, detail: { zh: '', en: '' } })),
    approval: undefined,
  },
})
const sentence = { zh: '文件的话', en: 'What the files say' }
const dataset = { ...common, kind: 'dataset', files: { code: 'open', sentence } } as const
const accession = { ...common, kind: 'accession', stock: 'available' } as const
const collection = { ...common, kind: 'collection' } as const
const withdrawn = { visibility: 'withdrawn' } as const
const draft = { visibility: 'draft' } as const
const guest = { isSignedIn: false } as const
const of = (access: Access) => ({ access })
const files = (
  code:
    | 'terms'
    | 'sign_in'
    | 'request'
    | 'grant_expired'
    | 'embargo'
    | 'closed'
    | 'core_data'
    | 'kept'
    | 'granted',
) => ({ files: { code, sentence } }) as const

const table: readonly [string, WayFacts, code: string, act: string][] = [
  ['a withdrawn instrument', { ...instrument, ...withdrawn }, 'withdrawn', 'none'],
  ['a withdrawn dataset', { ...dataset, ...withdrawn }, 'withdrawn', 'none'],
  ['a withdrawn accession', { ...accession, ...withdrawn }, 'withdrawn', 'none'],
  ['a draft', { ...accession, ...draft }, 'draft', 'none'],
  ['an instrument', instrument, 'book', 'book'],
  ['an instrument, for a guest', { ...instrument, ...guest }, 'book_signed_in', 'book'],
  ['a closed instrument', { ...instrument, ...refusedBy('closed') }, 'closed', 'contact'],
  ['one for its own institution, which asks', { ...instrument, ...of('closed') }, 'book', 'book'],
  [
    'one that awaits repair, whoever may book it',
    { ...instrument, ...refusedBy('out_of_use', 'audience') },
    'out_of_use',
    'contact',
  ],
  [
    'an instrument of a narrower audience',
    { ...instrument, ...refusedBy('audience', 'training_missing') },
    'not_for_you',
    'contact',
  ],
  [
    'the same with services',
    { ...instrument, ...refusedBy('audience'), services: 2 },
    'order_only',
    'order',
  ],
  [
    'one that asks for a training',
    { ...instrument, ...refusedBy('training_missing', 'safety_expired') },
    'qualify',
    'train',
  ],
  ['open files', dataset, 'download', 'download'],
  ['files with terms', { ...dataset, ...files('terms') }, 'accept_terms', 'accept_terms'],
  ['files for who signs in', { ...dataset, ...files('sign_in') }, 'sign_in', 'sign_in'],
  ['files on request', { ...dataset, ...files('request') }, 'request_files', 'add'],
  ['files whose grant ended', { ...dataset, ...files('grant_expired') }, 'renew_files', 'add'],
  ['files that were granted', { ...dataset, ...files('granted') }, 'download', 'download'],
  ['files under embargo', { ...dataset, ...files('embargo') }, 'not_given', 'contact'],
  ['files of core data', { ...dataset, ...files('core_data') }, 'not_given', 'contact'],
  ['closed files', { ...dataset, ...files('closed') }, 'closed', 'contact'],
  ['a draft that one keeps', { ...dataset, ...draft, ...files('kept') }, 'download', 'download'],
  ['a dataset without files', { ...dataset, files: null }, 'no_files', 'contact'],
  ['germplasm', accession, 'request_material', 'add'],
  ['germplasm on request', { ...accession, ...of('on_request') }, 'request_material', 'add'],
  [
    'germplasm whose stock is not kept here',
    { ...accession, stock: 'unknown' },
    'request_material',
    'add',
  ],
  [
    'germplasm of which nothing is left',
    { ...accession, stock: 'none' },
    'none_available',
    'contact',
  ],
  ['closed germplasm', { ...accession, ...of('closed') }, 'closed', 'contact'],
  [
    'germplasm for who signs in, to a guest',
    { ...accession, ...of('registered'), ...guest },
    'request_signed_in',
    'add',
  ],
  ['the same to who signed in', { ...accession, ...of('registered') }, 'request_material', 'add'],
  ['samples', { ...collection, ...of('on_request') }, 'request_samples', 'add'],
  ['closed samples', { ...collection, ...of('closed') }, 'closed', 'contact'],
]

const said = (facts: object) => wayTo({ ...instrument, ...facts }).sentence
const approval = (which: 'always' | number) => ({ standing: { objections: [], approval: which } })

describe('how one gets a thing', () => {
  test.each(table)('%s', (_, facts, code, act) => {
    expect(wayTo(facts)).toMatchObject({ code, act })
  })

  test('the sentence of an instrument says what its rules will', () => {
    expect(said({}).zh).toBe('可在线预约。提交后即生效，无须审批。')
    expect(said({ ...approval('always'), policy: { needsProject: true } })).toEqual({
      zh: '可在线预约。预约须经审批。需要填写课题编号。',
      en: 'You can book it online. Bookings need approval. A project number is required.',
    })
    expect(said(approval(480)).en).toBe(
      'You can book it online. Bookings longer than 8 hours need approval.',
    )
    expect(said(refusedBy('training_missing', 'safety_expired')).zh).toBe(
      '您还不能预约：须先取得培训、安全准入，已过期的须续期。',
    )
    const rules = { audience: 'institution', qualifications: ['training'] }
    expect(said({ ...guest, ...approval('always'), policy: rules }).zh).toBe(
      '登录后可在线预约。对本单位开放。需要：培训。预约须经审批。',
    )
  })

  test('what a dataset says of its files is what the files say', () => {
    expect(wayTo({ ...dataset, ...files('embargo') }).sentence).toBe(sentence)
    expect(wayTo({ ...dataset, ...files('request') }).sentence).not.toBe(sentence)
  })
})
