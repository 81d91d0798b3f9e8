import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transact } from '../../src/core/context.ts'
import { systemContext } from '../../src/jobs.ts'
import { consentForm } from '../../src/samples/consents/model.ts'
import { aliquotForm, derivativeForm, poolForm } from '../../src/samples/derived/model.ts'
import { donorForm } from '../../src/samples/donors/model.ts'
import { eventForm } from '../../src/samples/events/model.ts'
import { kitForm } from '../../src/samples/kits/model.ts'
import { createSamplesIn } from '../../src/samples/samples/actions/make.ts'
import { sampleForm } from '../../src/samples/samples/model.ts'
import { sourceForm } from '../../src/samples/sources/model.ts'
import { everythingKept, type KeepingHouse, keepingHouse } from './keeping.ts'

let house: KeepingHouse
let people = ''
let animals = ''
beforeAll(async () => {
  house = await keepingHouse()
  ;({ people, animals } = house.collection)
})
afterAll(async () => house[Symbol.asyncDispose]())

/** What nobody may write about a donor, one of each kind. */
const telling = [
  '620102198503120019',
  '13800138000',
  'li.na@example.org',
  '出生于1985年3月12日',
  '姓名：张三',
]

describe('no text of any door', () => {
  type Form = { fields: Readonly<Record<string, { as: string }>> }
  const texts = ({ fields }: Form) =>
    Object.entries(fields).flatMap(([name, { as }]) =>
      as === 'text' || as === 'long' ? [name] : [],
    )

  test('lets through what tells who a donor is', async () => {
    const donor = await house.addDonor()
    const sample = await house.addSample({ family: 'human', donor: donor.code })
    const doors: readonly [string, Form, object][] = [
      [`/collections/${people}/donors`, donorForm, { code: 'D-9', sex: 'male' }],
      [
        `/donors/${donor.id}/consents`,
        consentForm,
        { form: 'ICF 1', uses: ['general'], givenOn: '2020-01-01' },
      ],
      [`/collections/${people}/kits`, kitForm, { code: 'K-9' }],
      [`/collections/${animals}/sources`, sourceForm, { code: 'Q-9', kind: 'environment' }],
      [
        `/collections/${people}/samples`,
        sampleForm,
        {
          code: 'S-9',
          family: 'human',
          type: 'plasma',
          donor: donor.code,
          anatomicalOntology: 'ICD-O-3',
        },
      ],
      [`/samples/${sample.id}/events`, eventForm, { kind: 'processing' }],
      [`/samples/${sample.id}/aliquots`, aliquotForm, { count: 1, amount: 1 }],
      [
        `/samples/${sample.id}/derivatives`,
        derivativeForm,
        { code: 'N-9', type: 'dna', amount: 1, unit: 'microgram' },
      ],
      [`/collections/${people}/pools`, poolForm, { code: 'P-9', codes: sample.code, taken: 1 }],
    ]
    const through: string[] = []
    for (const [path, form, input] of doors)
      for (const name of texts(form))
        for (const text of telling) {
          const { status, body } = await house.post(path, { ...input, [name]: text })
          const named = JSON.stringify(body.issues ?? []).includes(name)
          if (status !== 422 || !named) through.push(`${path} ${name} ${text} ${status}`)
        }
    expect(through).toEqual([])
    const kept = await everythingKept(house)
    for (const text of telling) expect(kept).not.toContain(text)
  })

  test('by a change, by an edit or by a sample made in bulk', async () => {
    const donor = await house.addDonor()
    const sample = await house.addSample({ family: 'human', donor: donor.code })
    const curator = house.as('demo-curator')
    for (const note of telling) {
      const match = { 'if-match': '*' }
      const edited = await curator.patch(`/api/v1/samples/${sample.id}`, { note }, match)
      expect(edited.status).toBe(422)
      const renamed = await curator.patch(`/api/v1/donors/${donor.id}`, { code: note }, match)
      expect(renamed.status).toBe(422)
      const ctx = systemContext(house.services, 'test')
      const made = transact(ctx, (trx) =>
        createSamplesIn(trx, ctx, {
          collection: { id: people, institutionId: house.own },
          samples: [
            { code: house.newCode('S'), family: 'human', type: 'dna', donorId: donor.id, note },
          ],
        }),
      )
      await expect(made).rejects.toMatchObject({ kind: 'invalid' })
    }
  })
})
