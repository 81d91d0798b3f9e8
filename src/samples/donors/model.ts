import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, LocalAnswer } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { Diagnoses, Pseudonym, Term, Terms } from '../model.ts'
import { donorWords as words } from './words.ts'

/** MIABIS-SAMPLEDONOR, without its date of birth. */
const NewDonor = z.strictObject({
  code: Pseudonym,
  sex: Term,
  datasetTypes: Terms.default([]),
  diagnoses: Diagnoses.optional(),
})
export type NewDonor = z.output<typeof NewDonor>

export const donorForm = form(NewDonor, {
  code: {
    as: 'text',
    label: { zh: '供体编号', en: 'Donor code' },
    hint: words.codeHint,
    short: true,
  },
  sex: { as: 'reference', label: { zh: '性别', en: 'Sex' } },
  datasetTypes: { as: 'references', label: { zh: '可用的数据类型', en: 'Data types' } },
  diagnoses: { as: 'text', label: { zh: '诊断', en: 'Diagnoses' }, hint: words.diagnosesHint },
})
export type DonorChange = z.output<typeof donorForm.edit.schema>

export const donorFilter = form(
  z.strictObject({ code: line().max(60).optional(), diagnosis: line().max(30).optional() }),
  {
    code: { as: 'text', type: 'search', label: donorForm.labels.code },
    diagnosis: { as: 'text', label: donorForm.labels.diagnoses, short: true },
  },
)
export type DonorFilter = z.output<typeof donorFilter.schema>

/** The collection that something is of. */
const InCollection = z.object({ id: z.string(), title: LocalAnswer })

export const DonorAnswer = z
  .object({
    id: z.string(),
    ...donorForm.answer,
    diagnoses: z.array(z.string()).describe('Codes of ICD-10 or ORPHA'),
    collection: InCollection,
    samples: z.int().describe('How many there are, blocked ones left out.'),
    withdrawnAt: InstantAnswer.nullable(),
    createdAt: InstantAnswer,
    version: z.int(),
  })
  .meta({ id: 'SampleDonor' })
