import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/core/config.ts'
import { signerOf } from '../../src/core/signing.ts'
import { terminalIo } from '../../src/node/io.ts'
import { runServer } from '../../src/node/run.ts'
import { addDataset } from '../datasets/scene.ts'
import { asCaller } from '../support/house.ts'
import { aToken, stoppedClock } from '../support/people.ts'
import { type RequestScene, requestScene } from './scene.ts'

const Passport = z.strictObject({ ga4gh_passport_v1: z.array(z.string()) })
const Keys = z.strictObject({ keys: z.array(z.record(z.string(), z.string())) })
const Visa = z.looseObject({ ga4gh_visa_v1: z.looseObject({ value: z.string() }) })

const curve = { name: 'ECDSA', namedCurve: 'P-256' }
async function newKey(algorithm: EcKeyGenParams): Promise<string> {
  const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const bytes = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey))
  return `-----BEGIN PRIVATE KEY-----\n${bytes.toString('base64')}\n-----END PRIVATE KEY-----\n`
}

const clock = stoppedClock()
let scene: RequestScene
let visaKey: string
beforeAll(async () => {
  visaKey = await newKey(curve)
  scene = await requestScene({ max: 4 }, { now: clock.now, visaKey })
}, 60_000)
afterAll(async () => scene[Symbol.asyncDispose]())

const ask = async (person = scene.people['demo-outsider'], as = 'demo-outsider') =>
  scene.as(as).get(`/api/permissions/${person}`)
const visas = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked)
  return Passport.parse(await answer.json()).ga4gh_passport_v1
}
const values = async () =>
  (await visas()).map((visa) => Visa.parse(decodeJwt(visa)).ga4gh_visa_v1.value)

const given = async (items: readonly object[], until = '2099-01-01') => {
  const request = await scene.sent(items)
  await scene.decided(request, 'approved', { until })
  return request
}
const inSeconds = (text: string) => Date.parse(text) / 1000

test('what was approved is a visa that anybody can check by the published key', async () => {
  const request = await given([{ record: scene.dataset }])
  const [visa = '', ...more] = await visas()
  expect(more).toEqual([])
  const { keys } = Keys.parse(await (await scene.as().get('/api/jwks.json')).json())
  expect(Object.keys(keys[0] ?? {}).toSorted()).toEqual([
    'alg',
    'crv',
    'kid',
    'kty',
    'use',
    'x',
    'y',
  ])
  const checks = {
    issuer: 'http://hexi.test',
    currentDate: new Date(clock.now().epochMilliseconds),
  }
  const { payload, protectedHeader } = await jwtVerify(visa, createLocalJWKSet({ keys }), checks)
  expect(protectedHeader).toEqual({
    typ: 'vnd.ga4gh.visa+jwt',
    jku: 'http://hexi.test/api/jwks.json',
    alg: 'ES256',
    kid: keys[0]?.['kid'],
  })
  expect(payload).toEqual({
    iss: 'http://hexi.test',
    sub: scene.people['demo-outsider'],
    jti: expect.any(String),
    iat: inSeconds('2026-11-23T08:00:00Z'),
    exp: inSeconds('2026-11-23T09:00:00Z'),
    ga4gh_visa_v1: {
      type: 'ControlledAccessGrants',
      asserted: inSeconds('2026-11-23T08:00:00Z'),
      value: `http://hexi.test/records/${scene.dataset}`,
      source: `http://hexi.test/institutions/${scene.own}`,
      by: 'dac',
    },
  })
  const [head, body = '', signature] = visa.split('.')
  const forged = `${head}.${body.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}.${signature}`
  await expect(jwtVerify(forged, createLocalJWKSet({ keys }), checks)).rejects.toThrow(
    'signature verification failed',
  )
  const item = request.items[0]?.id
  await scene.give(request.id, 'revocation', { item, note: '用途不符' }, 'demo-curator')
  expect(await visas()).toEqual([])
})

test('a visa of one version names it, ends with the access, and is gone afterwards', async () => {
  const files = { 'a.csv': 'a\n' }
  const { id, versionId } = await addDataset(scene, { input: { access: 'on_request' }, files })
  await given([{ record: id, target: { versionId } }], '2026-11-23')
  clock.pass({ hours: 7, minutes: 30 })
  expect(await values()).toEqual([`http://hexi.test/records/${id}/versions/1`])
  expect(decodeJwt((await visas())[0] ?? '').exp).toBe(inSeconds('2026-11-23T16:00:00Z'))
  clock.pass({ minutes: 30 })
  expect(await values()).toEqual([])
})

test('certain files are named one by one, for the version as a whole was not given', async () => {
  const files = { 'a.csv': 'a\n', 'b.csv': 'b\n', 'c.csv': 'c\n' }
  const { id, versionId } = await addDataset(scene, { input: { access: 'on_request' }, files })
  const listed = await scene.as('demo-curator').get(`/api/v1/datasets/${id}/versions/1/files`)
  const { items } = z
    .object({ items: z.array(z.looseObject({ id: z.string(), name: z.string() })) })
    .parse(await listed.json())
  const fileIds = items.filter(({ name }) => name !== 'c.csv').map((file) => file.id)
  const request = await given([{ record: id, target: { versionId, fileIds } }])
  expect((await values()).toSorted()).toEqual(
    fileIds.map((file) => `http://hexi.test/records/${id}/versions/1/files/${file}`).toSorted(),
  )
  const [item] = request.items
  await scene.give(request.id, 'revocation', { item: item?.id, note: '误批' }, 'demo-curator')
  expect(await values()).toEqual([])
})

test('core data, data under an embargo and data for others alone are in no visa', async () => {
  await given([{ record: scene.dataset }])
  expect(await values()).toHaveLength(1)
  for (const [column, kept] of [
    ['data_grade', 'core'],
    ['protected', true],
  ] as const) {
    const dataset = scene.db.updateTable('dataset').where('record_id', '=', scene.dataset)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await dataset.set({ [column]: kept }).execute()
    // oxlint-disable-next-line no-await-in-loop
    expect(await values()).toEqual([])
    // oxlint-disable-next-line no-await-in-loop
    await dataset.set({ [column]: null }).execute()
  }
  const record = scene.db.updateTable('record').where('id', '=', scene.dataset)
  // The asker is of another institution.
  await record.set({ audience: 'institution' }).execute()
  expect(await values()).toEqual([])
  await record.set({ audience: 'public' }).execute()
  expect(await values()).toHaveLength(1)
})

test('visas are for the person and for administrators alone', async () => {
  const { 'demo-outsider': owner, 'demo-admin': admin } = scene.people
  expect(await visas(owner, 'demo-admin')).toHaveLength(1)
  expect(await visas(admin, 'demo-admin')).toEqual([])
  const reading = await aToken(scene.services, admin, ['read'])
  const statuses = [
    await scene.as().get(`/api/permissions/${owner}`),
    await ask(owner, 'demo-curator'),
    await ask(owner, reading),
    await ask('nobody', 'demo-admin'),
    await ask('%00', 'demo-admin'),
    await ask(scene.dataset, 'demo-admin'),
  ].map(({ status }) => status)
  expect(statuses).toEqual([401, 403, 403, 404, 404, 404])
  expect((await ask()).headers.get('cache-control')).toBe('no-store')
})

test('without a key there are no visas and no keys', async () => {
  const { visaKey: _, ...others } = scene.services
  const outsider = asCaller(createApp(others), 'demo-outsider')
  for (const path of [`/permissions/${scene.people['demo-outsider']}`, '/jwks.json'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await outsider.get(`/api${path}`)).status).toBe(404)
})

test('a key that cannot sign stops the start, in words that do not repeat it', async () => {
  const other = await newKey({ name: 'ECDSA', namedCurve: 'P-384' })
  for (const wrong of ['hunter22', '中文', other, visaKey.replace(/.{12}=*\n-----END/, 'A$&')]) {
    const config = readConfig({ HEXI_VISA_KEY: wrong })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect(runServer(config, { options: {} }, terminalIo('en'))).rejects.toThrow(
      /^HEXI_VISA_KEY is wrong \(\d+ characters, not shown\): expected a private key of P-256 in PKCS#8/,
    )
  }
  const [, alone = ''] = visaKey.split('\n')
  expect((await signerOf(alone)).jwk).toEqual((await signerOf(visaKey)).jwk)
})
