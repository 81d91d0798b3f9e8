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
  state?: 'draft'
  on?: string
}

const instrumentFields = (row: InstrumentRow) => {
  const random = randomOf(`instrument/${row.key}`)
  const run = row.status === '6' ? random.whole(60, 300) : random.whole(620, 3100)
  const isShared = (row.access ?? 'on_request') !== 'closed'
  return {
    innerId: `${row.key.split('/')[0]?.toUpperCase()}-${row.since.slice(0, 4)}-${String(random.whole(11, 989)).padStart(4, '0')}`,
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
    funds: random.is(0.6) ? ['1'] : ['2', '3'],
    beginDate: row.since,
    status: row.status ?? '1',
    shareMode: isShared ? '2' : '1',
    runMachine: run,
    serviceMachine: Math.round(run * random.between(0.08, 0.42)),
    year: Math.min(2026, Math.max(2015, Number(row.since.slice(0, 4)) + 1)),
    ...(isShared && {
      fee: `校内 ${feeOf(row.worth)} 元/小时，省内单位 ${feeOf(row.worth * 1.6)} 元/小时，其他单位面议；制样另计。`,
      requirement: '预约前请与平台联系确认样品；首次自主上机须经培训考核；发表成果请注明本仪器。',
      serviceContent: '样品测试、方法开发、培训与远程协助。',
    }),
    ...(row.department && { insideDepart: row.department }),
    ...(row.host && { instrBelongsType: row.host[0], instrBelongsName: row.host[1] }),
  }
}

/** A fee that goes with what it cost, in steps of ten yuan. */
const feeOf = (worth: number) => Math.max(40, Math.round((Math.sqrt(worth) * 14) / 10) * 10)

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
      contact: `${name.zh.length > 12 ? '仪器共享' : name.zh}平台`,
      email: `${institution.key}.platform@hexi.example`,
    },
  }
}
