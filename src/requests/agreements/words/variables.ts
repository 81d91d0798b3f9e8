import type { Text } from '../../../core/text.ts'
import type { Values, Variable } from '../rules/text.ts'

/** What each name in a text stands for. */
export const variableNames = {
  provider: { zh: '提供方', en: 'the provider' },
  requester: { zh: '申请人', en: 'the requester' },
  institution: { zh: '申请人单位', en: 'the requester’s institution' },
  lab: { zh: '申请人课题组', en: 'the requester’s lab' },
  signer: { zh: '接受条款的人', en: 'the person who accepts' },
  items: { zh: '申请的资源（清单）', en: 'the requested resources (list)' },
  quantity: { zh: '数量（清单）', en: 'quantities (list)' },
  purpose: { zh: '用途', en: 'the purpose' },
  end: { zh: '使用期限', en: 'the end of the period of use' },
  number: { zh: '申请编号', en: 'the request number' },
  date: { zh: '接受条款的日期', en: 'the date of acceptance' },
} as const satisfies Record<Variable, Text>

/** What stands where a request does not say it. */
export const missingValues = {
  provider: { zh: '（提供方未注明）', en: '(provider not named)' },
  requester: { zh: '（申请人未注明）', en: '(requester not named)' },
  institution: { zh: '（未填写单位）', en: '(no institution given)' },
  lab: { zh: '（未填写课题组）', en: '(no lab given)' },
  signer: { zh: '（未注明）', en: '(not named)' },
  items: { zh: '（没有与本协议有关的资源）', en: '(no resources covered by this agreement)' },
  quantity: { zh: '（未注明数量）', en: '(no quantity stated)' },
  purpose: { zh: '（未填写用途）', en: '(no purpose given)' },
  end: { zh: '（未设期限）', en: '(no end date)' },
  number: { zh: '（提交后生成编号）', en: '(assigned on submission)' },
  date: { zh: '（未注明日期）', en: '(no date)' },
} as const satisfies Record<Variable, Text>

const both = (text: string): Text => ({ zh: text, en: text })

/** A request as it may be, for the preview of who writes a text. */
export const sampleValues: Values = {
  provider: { zh: '甘肃省种质资源库', en: 'Gansu Genebank' },
  requester: { zh: '李晓', en: 'Li Xiao' },
  institution: { zh: '兰州大学', en: 'Lanzhou University' },
  lab: { zh: '草地生态课题组', en: 'Grassland Ecology Lab' },
  signer: { zh: '李晓', en: 'Li Xiao' },
  items: [
    { zh: '紫花苜蓿 ZXM000123', en: 'Lucerne ZXM000123' },
    { zh: '披碱草 ZXM000456', en: 'Wild rye ZXM000456' },
  ],
  quantity: [
    { zh: '紫花苜蓿 ZXM000123：100 粒', en: 'Lucerne ZXM000123: 100 seeds' },
    { zh: '披碱草 ZXM000456：50 粒', en: 'Wild rye ZXM000456: 50 seeds' },
  ],
  purpose: { zh: '抗旱性评价', en: 'Evaluation of drought tolerance' },
  end: { zh: '2027 年 12 月 31 日', en: '31 December 2027' },
  number: both('2026-0042'),
  date: { zh: '2026 年 11 月 29 日', en: '29 November 2026' },
}

const marked = ({ zh, en }: Text): Text => ({ zh: `〔${zh}〕`, en: `[${en}]` })

/** The names themselves, for who reads a text apart from any request. */
export const markedValues: Values = {
  provider: marked(variableNames.provider),
  requester: marked(variableNames.requester),
  institution: marked(variableNames.institution),
  lab: marked(variableNames.lab),
  signer: marked(variableNames.signer),
  items: marked(variableNames.items),
  quantity: marked(variableNames.quantity),
  purpose: marked(variableNames.purpose),
  end: marked(variableNames.end),
  number: marked(variableNames.number),
  date: marked(variableNames.date),
}
