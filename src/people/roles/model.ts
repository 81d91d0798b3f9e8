import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, Named, saying } from '../../core/shapes.ts'
import { grantedRoles, labRoles } from '../model/named.ts'
import { labRoleNames, roleNames } from '../words/names.ts'
import { refusalWords as words } from '../words/refusals.ts'

const { curator, steward } = roleNames

/** A role in a whole institution, or for one collection record. */
export const NewRole = z
  .strictObject({
    role: z.enum(grantedRoles),
    institution: idOf(words.noInstitution).optional(),
    collection: idOf(words.noCollection).optional(),
  })
  .refine(({ institution, collection }) => Boolean(institution) !== Boolean(collection), {
    path: ['institution'],
    ...saying(words.institutionOrCollection),
  })
export type NewRole = z.output<typeof NewRole>

export const roleForm = form(NewRole, {
  role: { as: 'choice', label: { zh: '角色', en: 'Role' }, names: { curator, steward } },
  institution: { as: 'reference', label: { zh: '单位', en: 'Institution' } },
  collection: { as: 'reference', label: { zh: '或生物样本库', en: 'Or collection' } },
})

/** A place in a lab, for a person who is picked already. */
export const labRoleForm = form(
  z.strictObject({ lab: idOf(words.noLab), role: z.enum(labRoles).default('member') }),
  {
    lab: { as: 'reference', label: { zh: '课题组', en: 'Lab' } },
    role: { as: 'choice', label: { zh: '角色', en: 'Role' }, names: labRoleNames },
  },
)

export const RoleAnswer = z.object({
  id: z.string(),
  role: z.enum(grantedRoles),
  institution: Named.nullable(),
  collection: Named.nullable(),
})
