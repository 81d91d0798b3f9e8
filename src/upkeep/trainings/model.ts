import { z } from 'zod'
import { qualificationKinds } from '../../bookings/policies/model.ts'
import { qualificationNames } from '../../bookings/verdict/words.ts'
import { form } from '../../core/form.ts'
import { line } from '../../core/shapes.ts'
import { longestDays, spanWithin } from '../../core/spans.ts'
import { Moment } from '../../core/time.ts'
import { AttendeesAnswer } from '../enrolments/model.ts'
import { endingForm, TitledInstrument } from '../model.ts'
import { upkeepWords } from '../words/common.ts'

const trainingStates = ['open', 'full', 'begun', 'cancelled'] as const
export type TrainingState = (typeof trainingStates)[number]

const NewTraining = z
  .strictObject({
    title: line().min(1).max(200),
    place: line().min(1).max(200),
    start: Moment,
    end: Moment,
    seats: z.int().min(1).max(1000),
    kinds: z.array(z.enum(qualificationKinds)).min(1).max(3),
    validMonths: z.int().min(1).max(120).optional(),
    about: z.string().trim().max(2000).optional(),
  })
  .superRefine(spanWithin(longestDays.training))
export type NewTraining = z.output<typeof NewTraining>

export const trainingForm = form(NewTraining, {
  title: { as: 'text', label: { zh: '名称', en: 'Title' } },
  place: { as: 'text', label: { zh: '地点', en: 'Place' } },
  start: { as: 'moment', label: { zh: '开始', en: 'From' } },
  end: { as: 'moment', label: { zh: '结束', en: 'To' } },
  seats: { as: 'number', label: { zh: '名额', en: 'Seats' } },
  kinds: {
    as: 'choices',
    label: { zh: '通过后获得', en: 'Grants' },
    names: qualificationNames,
  },
  validMonths: {
    as: 'number',
    label: upkeepWords.validMonths,
    hint: upkeepWords.validMonthsHint,
  },
  about: { as: 'long', label: { zh: '内容', en: 'About' } },
})

export const cancellationForm = endingForm({
  zh: '原因（会发送给报名人员）',
  en: 'Reason (sent to attendees)',
})

export const TrainingAnswer = z
  .object({
    id: z.string(),
    instrument: TitledInstrument,
    ...trainingForm.answer,
    timezone: z.string(),
    enrolled: z.int(),
    state: z.enum(trainingStates),
    mine: z.boolean().describe('Whether you are enrolled.'),
    attendees: AttendeesAnswer,
  })
  .meta({ id: 'Training' })
