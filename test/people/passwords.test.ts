import { describe, expect, test } from 'vitest'
import { isSameEmail, normalizedEmail } from '../../src/people/accounts/rules/email.ts'
import { commonPasswords, isCommon } from '../../src/people/accounts/rules/common-passwords.ts'
import { madePassword, objectionsToPassword } from '../../src/people/accounts/rules/passwords.ts'
import { passwordWords as words } from '../../src/people/accounts/words/passwords.ts'
import { nodePasswords } from '../../src/ports/passwords.node.ts'

const ada = { email: 'ada.wang@lab.example' }

test.each([
  'correct horse battery',
  '祁连山下 骆驼 走过了九月',
  'tulip-Cargo-39-osmium',
  'twelve moons over marl',
  '八步沙 九间房 十里铺 灯',
])('a password of unrelated words is taken: %s', (password) => {
  expect(objectionsToPassword(password, ada)).toEqual([])
})

test('nine characters are too few, and ten Chinese ones are enough', () => {
  expect(objectionsToPassword('xk4-vrq9z', ada)).toEqual([words.tooShort])
  expect(objectionsToPassword('祁连山下骆驼走过九月', ada)).toEqual([])
})

test('a password of 201 characters is refused', () => {
  expect(objectionsToPassword('xk4-vrq9z '.repeat(20) + 'y', ada)).toEqual([words.tooLong])
})

test('a password that is made is drawn again where chance spells what may not be in it', () => {
  const drawn = ['Yh3x1B4i2TtZqS374STe0', 'oV8-ada.wang_4TtZqS3', 'z2JuwUqaEZGHxiC7fa4nQ']
  expect(madePassword(ada, () => drawn.shift() ?? '')).toBe('z2JuwUqaEZGHxiC7fa4n')
})

describe('a common password is refused', () => {
  test.each([
    '1234567890',
    '0987654321',
    'qwertyuiop',
    'password123',
    'Password2026',
    'P@ssw0rd123',
    'iloveyou123',
    'woaini1314520',
    'zhangwei123',
    'admin12345',
    'aaaaaaaaaa',
    'abcabcabcabc',
    '1qaz2wsx3edc',
    '13893312345',
    '1990-01-0119',
    '19900101',
    'sunshine2024',
    'letmein!!!',
    'gansulanzhou',
    'passwordpassword',
    '1122334455',
    'changeme123',
    'Welcome@123',
    'q1w2e3r4t5',
    '１２３４５６７８９０',
  ])('%s', (password) => {
    expect(isCommon(password)).toBe(true)
  })
})

test('the list of common passwords that are long enough holds more than a thousand', () => {
  expect(commonPasswords.size).toBeGreaterThan(1000)
})

test('the name of the address or of this place does not make a password', () => {
  expect(objectionsToPassword('osmium ada.wang 39', ada)).toEqual([words.namesAccount])
  expect(objectionsToPassword('marl HEXI osmium 39', ada)).toEqual([words.namesAccount])
  expect(objectionsToPassword('marl h3x1 osmium 39', ada)).toEqual([words.namesAccount])
})

test('every reason is given at once', () => {
  expect(objectionsToPassword('hexi1234', ada)).toEqual([words.tooShort, words.namesAccount])
})

test('an address keeps its local part and compares without case', () => {
  expect(normalizedEmail('  Ada.Wang@LAB.Example ')).toBe('Ada.Wang@lab.example')
  expect(isSameEmail('ada.wang@lab.example', 'Ada.Wang@LAB.example')).toBe(true)
  expect(isSameEmail('ada.wang@lab.example', 'ada@lab.example')).toBe(false)
})

test('a kept password is argon2id with OWASP’s parameters, and only its own text opens it', async () => {
  const hashed = await nodePasswords.hash('tulip cargo osmium')
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await nodePasswords.verify('tulip cargo osmium', hashed)).toBe(true)
  expect(await nodePasswords.verify('tulip cargo osmiun', hashed)).toBe(false)
  expect(await nodePasswords.verify('anything at all', 'not a hash')).toBe(false)
})
