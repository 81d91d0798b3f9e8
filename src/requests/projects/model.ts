import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line } from '../../core/shapes.ts'
import { Day } from '../../core/time.ts'
import { projectWords as words } from './words.ts'

export const mostProjects = 100

export const requestProjectForm = form(
  z.strictObject({
    title: line().min(1).max(200),
    purpose: z.string().trim().min(1).max(5000),
    intendedUse: z.array(line().max(40)).max(20).default([]),
    awardNumber: line().min(1).max(100).optional(),
    organisation: line().min(1).max(200).optional(),
    lab: idOf(words.notYourLab).optional(),
    ethicsNumber: line().min(1).max(100).optional(),
    endsOn: Day.optional(),
    isDefault: z.boolean().default(false),
  }),
  {
    title: { as: 'text', label: words.title },
    purpose: { as: 'long', label: words.purpose, hint: words.purposeHint },
    intendedUse: { as: 'references', label: words.intendedUse },
    awardNumber: { as: 'text', label: words.awardNumber, short: true },
    organisation: {
      as: 'text',
      label: words.organisation,
      hint: words.organisationHint,
      autocomplete: 'organization',
    },
    lab: { as: 'reference', label: words.lab },
    ethicsNumber: {
      as: 'text',
      label: words.ethicsNumber,
      hint: words.ethicsHint,
      short: true,
    },
    endsOn: { as: 'date', label: words.endsOn },
    isDefault: { as: 'yesNo', label: words.isDefault, hint: words.isDefaultHint },
  },
)
export type NewProject = z.output<typeof requestProjectForm.schema>
export type ProjectChange = z.output<typeof requestProjectForm.edit.schema>

export const ProjectAnswer = z
  .object({ id: z.string(), ...requestProjectForm.answer, version: z.int() })
  .meta({ id: 'Project' })
