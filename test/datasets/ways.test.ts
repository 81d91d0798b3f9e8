import { expect, test } from 'vitest'
import {
  type AccessFacts,
  endOfLastDay,
  type WayCode,
  wayTo,
} from '../../src/datasets/access/rules.ts'

const usual: AccessFacts = {
  state: 'published',
  access: 'open',
  isSignedIn: false,
  readsWhole: false,
  isCore: false,
  embargo: null,
  grant: 'none',
  until: null,
  request: null,
  givenFiles: null,
  terms: 'none',
}
const embargo = { until: '2026-12-31' }

const ways: [facts: Partial<AccessFacts>, code: WayCode, isFree: boolean][] = [
  [{}, 'open', true],
  [{ access: 'registered' }, 'sign_in', false],
  [{ access: 'registered', isSignedIn: true }, 'registered', true],
  [{ access: 'on_request' }, 'request', false],
  [{ access: 'on_request', isSignedIn: true }, 'request', false],
  [{ access: 'on_request', isSignedIn: true, grant: 'valid' }, 'granted', true],
  [{ access: 'on_request', isSignedIn: true, grant: 'expired' }, 'grant_expired', false],
  [{ access: 'closed', isSignedIn: true, grant: 'valid' }, 'closed', false],
  [{ access: 'closed', isSignedIn: true, readsWhole: true }, 'kept', true],
  [{ terms: 'asked' }, 'sign_in', false],
  [{ terms: 'asked', isSignedIn: true }, 'terms', false],
  [{ terms: 'accepted', isSignedIn: true }, 'open', true],
  [{ access: 'on_request', terms: 'asked', isSignedIn: true }, 'request', false],
  [{ access: 'on_request', terms: 'asked', isSignedIn: true, grant: 'valid' }, 'terms', false],
  [{ embargo }, 'embargo', false],
  [{ embargo, access: 'closed' }, 'embargo', false],
  [{ embargo, isSignedIn: true, grant: 'valid', access: 'on_request' }, 'embargo', false],
  [{ embargo, isSignedIn: true, readsWhole: true, terms: 'asked' }, 'kept', true],
  [{ isCore: true, embargo }, 'core_data', false],
  [{ state: 'withdrawn', isCore: true }, 'withdrawn', false],
  [{ state: 'withdrawn', readsWhole: true, isSignedIn: true }, 'kept', true],
]

test.each(ways)('%j is the way “%s”', (facts, code, isFree) => {
  expect(wayTo({ ...usual, ...facts })).toMatchObject({ code, isFree })
})

const sentence = (facts: Partial<AccessFacts>) => wayTo({ ...usual, ...facts }).sentence

test('the sentence is true for whoever reads it', () => {
  expect(sentence({ embargo, access: 'registered' })).toEqual({
    zh: '文件处于保护期，至 2026-12-31 止，之后登录即可获取。',
    en: 'The files are under embargo until the end of 2026-12-31 and available to signed-in users after that.',
  })
  expect(sentence({ embargo: { until: null } }).en).not.toContain('until')
  expect(sentence({ embargo, access: 'closed' }).zh).toContain('之后也不提供')
  expect(sentence({ terms: 'asked' }).en).toBe(
    'Sign in and accept the terms of use to download the files.',
  )
  expect(sentence({ access: 'registered' }).en).toBe('Sign in to download the files.')
})

test('what lasts until a day lasts all of that day in the zone', () => {
  expect(endOfLastDay('2026-12-31', 'Asia/Shanghai')?.toString()).toBe('2026-12-31T16:00:00Z')
  expect(endOfLastDay('2026-13-01', 'Asia/Shanghai')).toBeUndefined()
})
