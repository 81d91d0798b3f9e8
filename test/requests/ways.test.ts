import { describe, expect, test } from 'vitest'
import type { Access } from '../../src/catalog/records/model/record.ts'
import { type WayFacts, wayTo } from '../../src/requests/ways/rules.ts'

const common = { access: 'open', visibility: 'published', isSignedIn: true } as const
const instrument = {
  ...common,
  kind: 'instrument',
  isStaff: false,
  audience: 'member',
  widest: null,
  services: 0,
} as const satisfies WayFacts
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
  [
    'an instrument, for a guest',
    { ...instrument, ...guest, audience: null },
    'book_signed_in',
    'book',
  ],
  ['a closed instrument', { ...instrument, ...of('closed') }, 'closed', 'contact'],
  [
    'an instrument of a narrower audience',
    { ...instrument, widest: 'institution' },
    'not_for_you',
    'contact',
  ],
  [
    'the same with services',
    { ...instrument, widest: 'institution', services: 2 },
    'order_only',
    'order',
  ],
  [
    'the same for its audience',
    { ...instrument, audience: 'institution', widest: 'institution' },
    'book',
    'book',
  ],
  ['the same for its staff', { ...instrument, isStaff: true, widest: 'own_lab' }, 'book', 'book'],
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

describe('how one gets a thing', () => {
  test.each(table)('%s', (_, facts, code, act) => {
    expect(wayTo(facts)).toMatchObject({ code, act })
  })

  test('what a dataset says of its files is what the files say', () => {
    expect(wayTo({ ...dataset, ...files('embargo') }).sentence).toBe(sentence)
    expect(wayTo({ ...dataset, ...files('request') }).sentence).not.toBe(sentence)
  })
})
