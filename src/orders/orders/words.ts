import type { Text, Words } from '../../core/text.ts'
import type { OrderState } from './model.ts'
import type { Command, OrderEvent } from './rules.ts'
import type { Unit } from '../prices/model.ts'

export const orderWords = {
  noService: { zh: '没有找到这项服务。', en: 'This service does not exist.' },
  notOffered: {
    zh: '这项服务已停止接单，请选择其他服务。',
    en: 'This service no longer accepts orders. Choose another service.',
  },
  noOrder: { zh: '没有找到这张委托单。', en: 'This order does not exist.' },
  noFile: { zh: '没有找到这个文件。', en: 'This file does not exist.' },
  unreadable: {
    zh: '请求体不是有效的 JSON，请检查引号、逗号和括号。',
    en: 'The request body is not valid JSON. Check quotes, commas and brackets.',
  },
  checkForm: {
    zh: '表单有误，请按各项提示修改。',
    en: 'Some answers are not valid. Correct the marked fields.',
  },
  notYours: {
    zh: '这一步须由对方操作。',
    en: 'This step must be taken by the other party.',
  },
  notNow: (state: Text): Text => ({
    zh: `委托单的状态是“${state.zh}”，不能执行此操作。请刷新页面。`,
    en: `This is not possible because the order is ${state.en.toLowerCase()}. Reload the page.`,
  }),
  stale: {
    zh: '这张委托单已被修改，请查看最新内容后再继续。',
    en: 'The order has changed since you opened it. Review it before you continue.',
  },
  quoteOver: {
    zh: '这份报价已过有效期，请对方重新报价。',
    en: 'This quote has expired. Ask for a new one.',
  },
  untilPast: { zh: '须晚于当前时间。', en: 'Enter a future date.' },
  notYourLab: { zh: '您不是这个课题组的成员。', en: 'You are not a member of this lab.' },
  charge: (number: string, service: string): Text => ({
    zh: `委托 ${number}：${service}`,
    en: `Order ${number}: ${service}`,
  }),
} satisfies Words

export const stateNames: Record<OrderState, Text> = {
  submitted: { zh: '待报价', en: 'Awaiting a quote' },
  quoted: { zh: '待确认报价', en: 'Quoted' },
  accepted: { zh: '待开始', en: 'Accepted' },
  in_work: { zh: '进行中', en: 'In progress' },
  delivered: { zh: '已交付', en: 'Delivered' },
  closed: { zh: '已完成', en: 'Closed' },
  declined: { zh: '未受理', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  cancelled: { zh: '已终止', en: 'Cancelled' },
}

export const eventNames: Record<OrderEvent, Text> = {
  submission: { zh: '提交委托', en: 'Order submitted' },
  quote: { zh: '报价', en: 'Quoted' },
  acceptance: { zh: '接受报价', en: 'Quote accepted' },
  refusal: { zh: '拒绝报价', en: 'Quote declined' },
  decline: { zh: '不受理', en: 'Declined' },
  start: { zh: '开始', en: 'Started' },
  delivery: { zh: '交付结果', en: 'Results delivered' },
  rating: { zh: '评价', en: 'Rated' },
  withdrawal: { zh: '撤回', en: 'Withdrawn' },
  cancellation: { zh: '终止', en: 'Cancelled' },
  note: { zh: '留言', en: 'Message' },
  machine_hours: { zh: '登记机时', en: 'Instrument hours recorded' },
}

export const pageWords = {
  services: { zh: '委托服务', en: 'Services' },
  servicesLead: {
    zh: '将样品或任务委托给仪器的技术人员，由其测试并交付结果。',
    en: 'Send samples or a task to the instrument’s staff, who do the work and deliver results.',
  },
  noServices: { zh: '这台仪器还没有委托服务', en: 'No services yet' },
  order: { zh: '委托', en: 'Order' },
  newService: { zh: '新增服务', en: 'New service' },
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
  about: { zh: '说明', en: 'Description' },
  unit: { zh: '计价单位', en: 'Unit' },
  days: { zh: '周期（天）', en: 'Turnaround in days' },
  active: { zh: '接受委托', en: 'Accepts orders' },
  orderOf: (service: Text): Text => ({ zh: `委托：${service.zh}`, en: `Order: ${service.en}` }),
  orderLead: {
    zh: '提交后技术人员会报价，您接受报价后才开始。',
    en: 'Staff send you a quote. Work starts once you accept it.',
  },
  questions: { zh: '委托内容', en: 'Order details' },
  samples: { zh: '样品', en: 'Samples' },
  samplesLead: {
    zh: '没有样品可不填。',
    en: 'Leave empty if there are no samples.',
  },
  sampleN: (n: number): Text => ({ zh: `样品 ${n}`, en: `Sample ${n}` }),
  sampleName: { zh: '样品名称', en: 'Name' },
  quantity: { zh: '数量', en: 'Quantity' },
  hazards: { zh: '危险性说明', en: 'Hazards' },
  afterwards: { zh: '测后处理', en: 'After testing' },
  return: { zh: '归还', en: 'Return' },
  destroy: { zh: '销毁', en: 'Destroy' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  note: { zh: '留言', en: 'Message' },
  submit: { zh: '提交委托', en: 'Submit order' },
  placed: (number: string): Text => ({
    zh: `委托 ${number} 已提交。`,
    en: `Order ${number} submitted.`,
  }),
  mine: { zh: '我的委托', en: 'My orders' },
  mineLead: { zh: '您提交的委托，新的在前。', en: 'Your orders, newest first.' },
  toAnswer: { zh: '待您答复的委托', en: 'Orders waiting for you' },
  noneRunning: { zh: '没有进行中的委托。', en: 'No orders in progress.' },
  noneToWorkOn: { zh: '没有待处理的委托。', en: 'No orders waiting.' },
  noneMine: { zh: '您还没有委托', en: 'No orders yet' },
  noneMineHint: {
    zh: '可在仪器页面的“委托服务”中提交委托。',
    en: 'You can order services on an instrument’s page.',
  },
  queue: { zh: '收到的委托', en: 'Orders received' },
  queueLead: {
    zh: '您管理的仪器收到的委托，按应交付日期排列。',
    en: 'Orders for instruments you manage, sorted by due date.',
  },
  noneQueue: { zh: '没有委托', en: 'No orders' },
  todo: { zh: '待我处理', en: 'Waiting for us' },
  waiting: { zh: '待对方处理', en: 'Waiting for requester' },
  over: { zh: '已结束', en: 'Ended' },
  number: { zh: '编号', en: 'Number' },
  service: { zh: '服务', en: 'Service' },
  instrument: { zh: '仪器', en: 'Instrument' },
  requester: { zh: '委托人', en: 'Ordered by' },
  request: { zh: '来自申请', en: 'From request' },
  state: { zh: '状态', en: 'State' },
  due: { zh: '应交付日期', en: 'Due' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  late: (state: Text): Text => ({ zh: `${state.zh}，已逾期`, en: `${state.en}, overdue` }),
  submitted: { zh: '提交时间', en: 'Submitted' },
  quote: { zh: '报价', en: 'Quote' },
  total: { zh: '合计', en: 'Total' },
  free: { zh: '免费', en: 'Free' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  line: { zh: '项目', en: 'Item' },
  unitPrice: { zh: '单价（元）', en: 'Unit price (CNY)' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  lineN: (n: number): Text => ({ zh: `第 ${n} 行`, en: `Line ${n}` }),
  machineHours: { zh: '机时', en: 'Instrument hours' },
  machineHoursHint: {
    zh: '这张委托单占用仪器的总时间，用于上报服务记录。',
    en: 'Total instrument time used for this order; reported in service records.',
  },
  saveHours: { zh: '登记机时', en: 'Record instrument hours' },
  results: { zh: '结果文件', en: 'Results' },
  file: { zh: '文件', en: 'File' },
  what: { zh: '可用操作', en: 'Actions' },
  history: { zh: '操作记录', en: 'History' },
  reason: { zh: '原因', en: 'Reason' },
  rating: { zh: '评价', en: 'Rating' },
  ratingWords: { zh: '具体意见', en: 'Comments' },
  done: { zh: '操作已完成。', en: 'Done.' },
  write: { zh: '发送留言', en: 'Write a message' },
} satisfies Words

export const unitNames: Record<Unit, Text> = {
  sample: { zh: '样品', en: 'sample' },
  hour: { zh: '小时', en: 'hour' },
  item: { zh: '项', en: 'item' },
}

export const commandNames: Record<Command, Text> = {
  quote: { zh: '报价', en: 'Quote' },
  acceptance: { zh: '接受报价', en: 'Accept quote' },
  refusal: { zh: '拒绝报价', en: 'Decline quote' },
  decline: { zh: '不受理', en: 'Decline order' },
  start: { zh: '开始', en: 'Start work' },
  delivery: { zh: '交付结果', en: 'Deliver results' },
  rating: { zh: '评价并完成', en: 'Rate and close' },
  withdrawal: { zh: '撤回委托', en: 'Withdraw order' },
  cancellation: { zh: '终止委托', en: 'Cancel order' },
}

/** From 5 to 1, as the national report names them. */
export const ratingNames: readonly Text[] = [
  { zh: '极差', en: 'Very poor' },
  { zh: '较差', en: 'Poor' },
  { zh: '一般', en: 'Fair' },
  { zh: '满意', en: 'Good' },
  { zh: '非常满意', en: 'Very good' },
]
