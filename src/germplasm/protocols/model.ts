import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, LocalLong, LocalName, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { categoryNames, protocolWords as words } from './words.ts'

/** What a seed or its seedling is counted as, after ISTA’s rules, chapter 5. */
export const categories = ['normal', 'abnormal', 'hard', 'dead', 'empty'] as const
export type Category = (typeof categories)[number]

const described = {
  code: line().min(1).max(60),
  name: LocalName,
  speciesGroup: line().min(1).max(200),
  substrate: line().max(100).optional(),
  temperature: line().min(1).max(60),
  treatment: LocalLong.default({ zh: null, en: null }),
  firstCountDay: z.int().min(0).max(365),
  lastDay: z.int().min(1).max(730),
  replicates: z.int().min(1).max(40).default(4),
  seedsPerReplicate: z.int().min(1).max(1000).default(50),
  categories: z
    .array(z.enum(categories))
    .refine((counted) => counted.includes('normal'), saying(words.needsNormal))
    .default([...categories]),
  hardIsViable: z.boolean().default(true),
}

const isInOrder = ({ firstCountDay, lastDay }: { firstCountDay: number; lastDay: number }) =>
  firstCountDay <= lastDay
const order = { path: ['lastDay'], ...saying(words.inOrder) }

const fields = {
  code: { as: 'text', label: { zh: '编号', en: 'Code' }, hint: words.codeHint, short: true },
  name: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  speciesGroup: {
    as: 'text',
    label: { zh: '适用物种', en: 'Species group' },
    hint: words.speciesHint,
  },
  substrate: { as: 'text', label: { zh: '发芽床', en: 'Substrate' }, hint: words.substrateHint },
  temperature: {
    as: 'text',
    label: { zh: '温度（°C）', en: 'Temperature (°C)' },
    hint: words.temperatureHint,
    short: true,
  },
  treatment: { as: 'longPair', label: { zh: '预处理', en: 'Pre-treatment' } },
  firstCountDay: { as: 'number', unit: 'd', label: { zh: '初次计数', en: 'First count' } },
  lastDay: { as: 'number', unit: 'd', label: { zh: '末次计数', en: 'Last count' } },
  replicates: { as: 'number', label: { zh: '重复数', en: 'Replicates' } },
  seedsPerReplicate: { as: 'number', label: { zh: '每重复粒数', en: 'Seeds per replicate' } },
  categories: {
    as: 'choices',
    label: { zh: '计数类别', en: 'Count categories' },
    names: categoryNames,
  },
  hardIsViable: {
    as: 'yesNo',
    label: { zh: '硬实计为有活力', en: 'Count hard seeds as viable' },
    hint: words.hardHint,
  },
} as const

const NewProtocol = z.strictObject(described).refine(isInOrder, order)
export type NewProtocol = z.output<typeof NewProtocol>
export const protocolForm = form(NewProtocol, fields)

export const protocolEdit = form(
  z.strictObject({ ...described, closed: z.boolean().default(false) }).refine(isInOrder, order),
  {
    ...fields,
    closed: { as: 'yesNo', label: { zh: '已停用', en: 'Closed' }, hint: words.closedHint },
  },
)
export type ProtocolChange = z.output<typeof protocolEdit.edit.schema>

export const protocolFilter = form(z.strictObject({ q: line().max(100).optional() }), {
  q: { as: 'text', type: 'search', label: words.search },
})
export type ProtocolFilter = z.output<typeof protocolFilter.schema>

export const ProtocolAnswer = z
  .object({
    id: z.string(),
    ...protocolForm.answer,
    version: z.int(),
    closedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'TestProtocol' })
