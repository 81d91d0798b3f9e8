import type { Text, Words } from '../../../core/text.ts'
import type { OrderState } from '../model.ts'
import type { OrderEvent } from '../rules/lifecycle.ts'

export const orderWords = {
  noService: { zh: '没有找到这项服务。', en: 'There is no such service.' },
  notOffered: {
    zh: '这项服务已停止接单，请选择其他服务。',
    en: 'This service takes no orders any more: choose another one.',
  },
  noOrder: { zh: '没有找到这张委托单。', en: 'There is no such order.' },
  noFile: { zh: '没有找到这个文件。', en: 'There is no such file.' },
  emptyFile: { zh: '文件是空的，请重新选择。', en: 'The file is empty: choose it again.' },
  unreadable: {
    zh: '请求体不是可读的 JSON，请检查引号、逗号和括号。',
    en: 'The body is not readable JSON: check its quotes, commas and brackets.',
  },
  checkForm: {
    zh: '表单有误，请按各项提示修改。',
    en: 'Some answers are not right: correct what each of them says.',
  },
  notYours: {
    zh: '这一步由对方来做。',
    en: 'This step is for the other side to take.',
  },
  notNow: (state: Text): Text => ({
    zh: `委托单现在是“${state.zh}”，不能这样做。请刷新页面查看。`,
    en: `The order is ${state.en.toLowerCase()}, so this cannot be done. Read it again.`,
  }),
  stale: {
    zh: '您打开之后，这张委托单已有变化。请重新查看，再继续。',
    en: 'The order changed since you read it. Read it again, then go on.',
  },
  quoteOver: {
    zh: '这份报价已过有效期，请对方重新报价。',
    en: 'This quote is no longer valid: ask for a new one.',
  },
  untilPast: { zh: '应在现在之后。', en: 'This lies in the past.' },
  notYourLab: { zh: '您不在这个课题组。', en: 'You do not belong to this lab.' },
  charge: (number: string, service: string): Text => ({
    zh: `委托 ${number}：${service}`,
    en: `Order ${number}: ${service}`,
  }),
} satisfies Words

export const stateNames: Record<OrderState, Text> = {
  submitted: { zh: '待报价', en: 'Awaiting a quote' },
  quoted: { zh: '待确认报价', en: 'Quoted' },
  accepted: { zh: '待开始', en: 'Accepted' },
  in_work: { zh: '进行中', en: 'In work' },
  delivered: { zh: '已交付', en: 'Delivered' },
  closed: { zh: '已完成', en: 'Closed' },
  declined: { zh: '未受理', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  cancelled: { zh: '已终止', en: 'Cancelled' },
}

export const eventNames: Record<OrderEvent, Text> = {
  submission: { zh: '提交委托', en: 'Ordered' },
  quote: { zh: '报价', en: 'Quoted' },
  acceptance: { zh: '接受报价', en: 'Quote accepted' },
  refusal: { zh: '不接受报价', en: 'Quote refused' },
  decline: { zh: '不受理', en: 'Declined' },
  start: { zh: '开始', en: 'Started' },
  delivery: { zh: '交付结果', en: 'Results delivered' },
  rating: { zh: '评价', en: 'Rated' },
  withdrawal: { zh: '撤回', en: 'Withdrawn' },
  cancellation: { zh: '终止', en: 'Cancelled' },
  note: { zh: '留言', en: 'Message' },
  machine_hours: { zh: '登记机时', en: 'Hours on the instrument' },
}

/** One letter for each step, to the other side. */
export const stepLetter = (
  order: { number: string; service: Text; instrument: Text },
  step: { event: Text; by: string; note: string; link: string },
): { subject: Text; body: Text } => ({
  subject: {
    zh: `委托 ${order.number}：${step.event.zh}`,
    en: `Order ${order.number}: ${step.event.en.toLowerCase()}`,
  },
  body: {
    zh: `您好：\n\n${order.instrument.zh}的委托 ${order.number}（${order.service.zh}）有新进展：${step.event.zh}（${step.by}）。${step.note ? `\n\n${step.note}` : ''}\n\n查看：${step.link}`,
    en: `Hello,\n\nOrder ${order.number} (${order.service.en}, ${order.instrument.en}) moved on: ${step.event.en.toLowerCase()}, by ${step.by}.${step.note ? `\n\n${step.note}` : ''}\n\nSee it: ${step.link}`,
  },
})
