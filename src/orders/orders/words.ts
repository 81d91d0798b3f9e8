import type { Text, Words } from '../../core/text.ts'
import type { OrderState } from './model.ts'
import type { Command, OrderEvent } from './rules.ts'
import type { Unit } from '../prices/model.ts'

export const orderWords = {
  noService: { zh: '没有找到这项服务。', en: 'There is no such service.' },
  notOffered: {
    zh: '这项服务已停止接单，请选择其他服务。',
    en: 'This service takes no orders any more: choose another one.',
  },
  noOrder: { zh: '没有找到这张委托单。', en: 'There is no such order.' },
  noFile: { zh: '没有找到这个文件。', en: 'There is no such file.' },
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

export const pageWords = {
  services: { zh: '委托服务', en: 'Services' },
  servicesLead: {
    zh: '把样品或任务交给仪器的技术人员，由他们测试并交付结果。',
    en: 'Hand samples or a task to the staff of the instrument; they do it and deliver results.',
  },
  noServices: { zh: '这台仪器还没有委托服务', en: 'No services are offered here yet' },
  order: { zh: '委托', en: 'Order' },
  newService: { zh: '新增服务', en: 'Offer a service' },
  price: { zh: '价格', en: 'Price' },
  ask: { zh: '按需报价', en: 'On request' },
  yuan: { zh: '元', en: 'CNY' },
  each: (sum: string, unit: Text): Text => ({
    zh: `${sum} 元／${unit.zh}`,
    en: `${sum} CNY / ${unit.en}`,
  }),
  rated: (mean: number, count: number): Text => ({
    zh: `评价 ${mean.toFixed(1)}／5（${count} 次）`,
    en: `Rated ${mean.toFixed(1)} of 5 (${count})`,
  }),
  title: { zh: '名称', en: 'Name' },
  about: { zh: '说明', en: 'What it is' },
  unit: { zh: '计价单位', en: 'Priced by' },
  days: { zh: '周期（天）', en: 'Turnaround in days' },
  active: { zh: '接受委托', en: 'Takes orders' },
  orderOf: (service: Text): Text => ({ zh: `委托：${service.zh}`, en: `Order: ${service.en}` }),
  orderLead: {
    zh: '提交后技术人员会报价，您接受报价后才开始。',
    en: 'Staff answer with a quote; work begins once you accept it.',
  },
  questions: { zh: '委托内容', en: 'What is to be done' },
  samples: { zh: '样品', en: 'Samples' },
  samplesLead: {
    zh: '没有样品可以不填。',
    en: 'Leave this out where there are none.',
  },
  sampleN: (n: number): Text => ({ zh: `样品 ${n}`, en: `Sample ${n}` }),
  sampleName: { zh: '样品名称', en: 'Name' },
  quantity: { zh: '数量', en: 'Quantity' },
  hazards: { zh: '危险性说明', en: 'Hazards' },
  afterwards: { zh: '测后处理', en: 'Afterwards' },
  return: { zh: '返还', en: 'Return' },
  destroy: { zh: '销毁', en: 'Destroy' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  note: { zh: '留言', en: 'Message' },
  submit: { zh: '提交委托', en: 'Send the order' },
  placed: (number: string): Text => ({
    zh: `委托 ${number} 已提交。`,
    en: `Order ${number} was sent.`,
  }),
  mine: { zh: '我的委托', en: 'My orders' },
  mineLead: { zh: '您提交的委托，新的在前。', en: 'What you ordered, newest first.' },
  toAnswer: { zh: '待您答复的委托', en: 'Orders that wait for you' },
  noneRunning: { zh: '没有进行中的委托。', en: 'No orders are under way.' },
  noneToWorkOn: { zh: '没有待处理的委托。', en: 'No orders to work on.' },
  noneMine: { zh: '您还没有委托', en: 'You have ordered nothing yet' },
  noneMineHint: {
    zh: '在仪器页面的“委托服务”里可以提交委托。',
    en: 'Services are on the pages of instruments.',
  },
  queue: { zh: '委托单', en: 'Orders to work on' },
  queueLead: {
    zh: '您管理的仪器收到的委托，先到期的在前。',
    en: 'Orders at the instruments that you decide about, by when they are due.',
  },
  noneQueue: { zh: '没有这样的委托', en: 'There are no such orders' },
  todo: { zh: '待我处理', en: 'Waiting for us' },
  waiting: { zh: '等对方', en: 'Waiting for them' },
  over: { zh: '已结束', en: 'Over' },
  number: { zh: '编号', en: 'Number' },
  service: { zh: '服务', en: 'Service' },
  instrument: { zh: '仪器', en: 'Instrument' },
  requester: { zh: '委托人', en: 'Ordered by' },
  request: { zh: '来自申请', en: 'From request' },
  state: { zh: '状态', en: 'State' },
  due: { zh: '应交付', en: 'Due' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  submitted: { zh: '提交', en: 'Sent' },
  quote: { zh: '报价', en: 'Quote' },
  total: { zh: '合计', en: 'Total' },
  free: { zh: '免费', en: 'Free' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  line: { zh: '项目', en: 'Item' },
  unitPrice: { zh: '单价（元）', en: 'Price in CNY' },
  amount: { zh: '金额（元）', en: 'Amount in CNY' },
  lineN: (n: number): Text => ({ zh: `第 ${n} 行`, en: `Line ${n}` }),
  machineHours: { zh: '机时', en: 'Hours on the instrument' },
  machineHoursHint: {
    zh: '这张委托单共占用仪器的时间，用于上报服务记录。',
    en: 'How long the instrument ran for this order, all in all; service records report it.',
  },
  saveHours: { zh: '登记机时', en: 'Say the hours on the instrument' },
  results: { zh: '结果文件', en: 'Results' },
  file: { zh: '文件', en: 'File' },
  what: { zh: '可做的事', en: 'What you can do' },
  history: { zh: '经过', en: 'What happened' },
  reason: { zh: '原因', en: 'Reason' },
  rating: { zh: '评价', en: 'Rating' },
  ratingWords: { zh: '具体意见', en: 'In words' },
  done: { zh: '已完成这一步。', en: 'Done.' },
  write: { zh: '给对方留言', en: 'Write to the other side' },
} satisfies Words

export const unitNames: Record<Unit, Text> = {
  sample: { zh: '样品', en: 'sample' },
  hour: { zh: '小时', en: 'hour' },
  item: { zh: '项', en: 'item' },
}

export const commandNames: Record<Command, Text> = {
  quote: { zh: '报价', en: 'Quote' },
  acceptance: { zh: '接受报价', en: 'Accept the quote' },
  refusal: { zh: '不接受报价', en: 'Refuse the quote' },
  decline: { zh: '不受理', en: 'Decline the order' },
  start: { zh: '开始', en: 'Begin the work' },
  delivery: { zh: '交付结果', en: 'Deliver results' },
  rating: { zh: '评价并完成', en: 'Rate and close' },
  withdrawal: { zh: '撤回委托', en: 'Withdraw the order' },
  cancellation: { zh: '终止委托', en: 'Call the work off' },
}

/** From 5 to 1, as the national report names them. */
export const ratingNames: readonly Text[] = [
  { zh: '极差', en: 'Very poor' },
  { zh: '较差', en: 'Poor' },
  { zh: '一般', en: 'Fair' },
  { zh: '满意', en: 'Good' },
  { zh: '非常满意', en: 'Very good' },
]
