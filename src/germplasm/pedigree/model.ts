import { z } from 'zod'
import { form } from '../../core/form.ts'
import { isId, line, saying } from '../../core/shapes.ts'
import { pedigreeWords as words, roleNames } from './words.ts'

export const parentRoles = ['female', 'male', 'self', 'population'] as const
export type ParentRole = (typeof parentRoles)[number]

/** How far a pedigree is followed, up and down, and how much of it is shown. */
export const most = { generations: 6, parentages: 500 } as const

/** The id at the end of a record's address, or the id itself. */
const idIn = (text: string) => text.replace(/[?#].*$/, '').replace(/^.*\//, '')

const NewParent = z
  .strictObject({
    role: z.enum(parentRoles),
    record: line().overwrite(idIn).refine(isId, saying(words.noRecord)).optional(),
    name: line().max(300).optional(),
  })
  .refine(({ record, name }) => Boolean(record) !== Boolean(name), {
    path: ['record'],
    ...saying(words.oneOfBoth),
  })
export type NewParent = z.output<typeof NewParent>

export const parentForm = form(NewParent, {
  role: { as: 'choice', label: { zh: '角色', en: 'Role' }, names: roleNames, hint: words.roleHint },
  record: {
    as: 'text',
    label: { zh: '种质网址', en: 'Accession address' },
    hint: words.recordHint,
  },
  name: { as: 'text', label: { zh: '或名称', en: 'Or its name' }, hint: words.nameHint },
})

const Node = z.object({
  id: z.string(),
  title: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
})

const role = z.enum(parentRoles)
const depth = z.int().describe('Generations from the accession that was asked for')

export const PedigreeAnswer = z
  .object({
    ancestors: z.array(
      z.object({
        id: z.string(),
        childId: z.string(),
        role,
        parent: Node.nullable().describe('Null where only its name is known'),
        name: z.string().nullable(),
        depth,
      }),
    ),
    progeny: z.array(z.object({ id: z.string(), parentId: z.string(), role, child: Node, depth })),
    isWhole: z.boolean().describe('False where there is more than is shown'),
  })
  .meta({ id: 'Pedigree' })

export type Pedigree = z.output<typeof PedigreeAnswer>
