import type { Text } from '../../src/core/text.ts'
import { dayOf } from '../days.ts'
import { institutions } from '../institutions.ts'
import { randomOf } from '../random.ts'
import type { RecordStory } from '../story.ts'

/** An instrument in one line of a table; what is usual for instruments is added to it. */
export type InstrumentRow = {
  key: string
  name: Text
  /** What it is good for: half a sentence in each language. */
  use: Text
  spec: string
  category: string
  model: string
  maker: string
  nation?: string
  /** 10,000 yuan. */
  worth: number
  since: string
  subject: string
  variables?: readonly string[]
  subjects?: readonly string[]
  department?: string
  host?: readonly [type: string, name: string]
  /** 1 专用, 2 通用 */
  type?: '1' | '2'
  /** 1 购置, 2 研制 */
  source?: '1' | '2'
  status?: '1' | '4' | '6'
  access?: 'registered' | 'on_request' | 'closed'
  audience?: 'members' | 'institution'
  state?: 'draft' | 'withdrawn'
  reason?: string
  on?: string
}

export function instrumentStory(row: InstrumentRow): RecordStory {
  const institution = institutions.find(({ key }) => key === row.key.split('/')[0])
  if (!institution) throw new Error(`No institution for the instrument ${row.key}.`)
  const { region, address, at } = institution
  const { name, use } = row
  return {
    key: `instrument/${row.key}`,
    kind: 'instrument',
    institution: institution.key,
    on: row.on ?? dayOf(row.key, { recent: 1.3 }),
    ...(row.state && { state: row.state }),
    ...(row.reason && { reason: row.reason }),
    picture: {
      subject: row.subject,
      caption: { zh: `示意图：${name.zh}`, en: `Drawing: ${name.en}` },
    },
    input: {
      title: name,
      summary: { zh: `${row.model}，用于${use.zh}。`, en: `${row.model}: ${use.en}.` },
      access: row.access ?? 'on_request',
      ...(row.audience && { audience: row.audience }),
      subjects: [...(row.subjects ?? [])],
      ...instrumentFields(row),
      province: '62',
      city: region.slice(0, 4),
      county: region,
      address,
      lng: at[0],
      lat: at[1],
      ...phoneOf(row),
      contact: `${name.zh.length > 12 ? '仪器共享' : name.zh}平台`,
      email: `${institution.key}.platform@hexi.example`,
    },
  }
}

/** Nobody's number; some have not written one down yet. */
function phoneOf({ key }: InstrumentRow) {
  const random = randomOf(`phone/${key}`)
  return random.is(0.8) ? { phone: `0931-000${random.whole(1000, 9999)}` } : {}
}

const instrumentFields = (row: InstrumentRow) => ({
  ...identityOf(row),
  ...usageOf(row),
  ...serviceOf(row),
})

function identityOf(row: InstrumentRow) {
  const [year = ''] = row.since.split('-')
  const number = randomOf(`inner/${row.key}`).whole(11, 989)
  return {
    innerId: `${row.key.split('/')[0]?.toUpperCase()}-${year}-${String(number).padStart(4, '0')}`,
    instrCategory: row.category,
    instrVersion: row.model,
    manufacturer: row.maker,
    nation: row.nation ?? 'CHN',
    technical: row.spec,
    function: `${row.use.zh}。`,
    measuredVariables: [...(row.variables ?? [])],
    type: row.type ?? '2',
    instrSource: row.source ?? '1',
    worth: row.worth,
    beginDate: row.since,
    ...(row.department && { insideDepart: row.department }),
    ...(row.host
      ? { instrBelongsType: row.host[0], instrBelongsName: row.host[1] }
      : { instrBelongsType: '4' }),
  }
}

/** Hours as instruments of the province run them; what waits for repair runs little. */
function usageOf({ key, since, status = '1' }: InstrumentRow) {
  const random = randomOf(`instrument/${key}`)
  const run = status === '6' ? random.whole(60, 300) : random.whole(620, 3100)
  return {
    funds: random.is(0.6) ? ['1'] : ['2', '3'],
    status,
    runMachine: run,
    serviceMachine: Math.round(run * random.between(0.08, 0.42)),
    year: Math.min(2026, Math.max(2015, Number(since.slice(0, 4)) + 1)),
  }
}

function serviceOf({ access = 'on_request', worth }: InstrumentRow) {
  if (access === 'closed') return { shareMode: '1' }
  return {
    shareMode: '2',
    fee: `本单位 ${feeOf(worth)} 元/小时，省内单位 ${feeOf(worth * 1.6)} 元/小时，其他单位面议；制样另计。`,
    requirement: '预约前请与平台联系确认样品；发表成果请注明本仪器。',
    serviceContent: '样品测试、方法开发、培训与远程协助。',
  }
}

/** A fee that goes with what it cost, in steps of ten yuan. */
export const feeOf = (worth: number) => Math.max(40, Math.round((Math.sqrt(worth) * 14) / 10) * 10)
