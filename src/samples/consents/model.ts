import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, saying } from '../../core/shapes.ts'
import { Day, InstantAnswer } from '../../core/time.ts'
import { Diagnoses, furtherUses, purposes } from '../model.ts'
import { furtherUseNames, purposeNames } from '../words/common.ts'
import { consentWords as words } from './words.ts'

const uses = [...purposes, ...furtherUses] as const

const NewConsent = z
  .strictObject({
    form: line().min(1).max(100),
    uses: z.array(z.enum(uses)).min(1).max(uses.length),
    diseases: Diagnoses.optional(),
    givenOn: Day,
    until: Day.optional(),
  })
  .refine((consent) => consent.uses.some((use) => purposes.some((one) => one === use)), {
    path: ['uses'],
    ...saying(words.purposeNeeded),
  })
  .refine((consent) => consent.uses.includes('disease') === Boolean(consent.diseases), {
    path: ['diseases'],
    ...saying(words.diseaseNeeded),
  })
  .refine(({ givenOn, until }) => until === undefined || givenOn <= until, {
    path: ['until'],
    ...saying(words.inOrder),
  })
export type NewConsent = z.output<typeof NewConsent>

export const consentForm = form(NewConsent, {
  form: {
    as: 'text',
    label: { zh: '同意书', en: 'Consent form' },
    hint: words.formHint,
    short: true,
  },
  uses: {
    as: 'choices',
    label: { zh: '同意的使用', en: 'Permitted uses' },
    hint: words.usesHint,
    names: { ...purposeNames, ...furtherUseNames },
  },
  diseases: { as: 'text', label: { zh: '疾病', en: 'Diseases' }, hint: words.diseasesHint },
  givenOn: { as: 'date', label: { zh: '签署日期', en: 'Signed on' } },
  until: { as: 'date', label: { zh: '有效期至', en: 'Valid until' } },
})

export const consentStates = ['holds', 'over', 'ended'] as const
export type ConsentState = (typeof consentStates)[number]

export const ConsentAnswer = z
  .object({
    id: z.string(),
    ...consentForm.answer,
    diseases: z.array(z.string()),
    state: z.enum(consentStates),
    endedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'DonorConsent' })
