import type { Text, Words } from '../../core/text.ts'
import type { Way } from './model.ts'

export const wayNames: Record<Way, Text> = {
  carrier: { zh: '快递或物流', en: 'By carrier' },
  pick_up: { zh: '现场领取', en: 'Collected in person' },
}

export const fieldNames = {
  way: { zh: '方式', en: 'Way' },
  carrier: { zh: '承运单位', en: 'Carrier' },
  tracking: { zh: '运单号', en: 'Tracking number' },
  collectedBy: { zh: '领取人', en: 'Collected by' },
  note: { zh: '说明', en: 'Note' },
  shipment: { zh: '批次', en: 'Shipment' },
  lossNote: { zh: '情况说明', en: 'Details of the loss' },
  item: { zh: '申请内容', en: 'Item' },
  returned: { zh: '归还数量', en: 'Quantity returned' },
  condition: { zh: '归还时的状况', en: 'Condition' },
  service: { zh: '服务', en: 'Service' },
  code: { zh: '批次编号', en: 'Lot' },
  reservation: { zh: '预留', en: 'Reservation' },
  picked: { zh: '取货', en: 'Picking' },
} satisfies Words

export const fulfilmentWords = {
  shipments: { zh: '发货', en: 'Shipments' },
  services: { zh: '检测服务', en: 'Services' },
  noShipments: { zh: '还没有发货。', en: 'Nothing was shipped yet.' },
  sent: { zh: '发出', en: 'Shipped' },
  how: { zh: '方式', en: 'How' },
  contents: { zh: '内容', en: 'Contents' },
  state: { zh: '状态', en: 'State' },
  underWay: { zh: '在途', en: 'Under way' },
  received: { zh: '已收到', en: 'Received' },
  lost: { zh: '丢失', en: 'Lost' },
  returnedOf: (amount: Text): Text => ({
    zh: `已归还 ${amount.zh}`,
    en: `${amount.en} returned`,
  }),
  by: (name: string): Text => ({ zh: `领取人：${name}`, en: `collected by ${name}` }),
  confirm: { zh: '确认收到', en: 'Confirm receipt' },
  reportLoss: { zh: '报告丢失', en: 'Report as lost' },
  lossAbout: {
    zh: '丢失的数量不会自动补发；需要时请再提一份申请。',
    en: 'What was lost is not sent again: make a new request if you still need it.',
  },
  ship: { zh: '发货', en: 'Ship' },
  shipUnpicked: { zh: '不按取货单发货', en: 'Ship without the picking list' },
  shipAbout: {
    zh: '填写这一次发出的数量，可分批发出。留空的不发；都留空则发出已取的货。',
    en: 'State how much leaves now; the rest can follow later. Leave all empty to ship what was picked.',
  },
  shipPicked: { zh: '发出已取的货', en: 'Ship what was picked' },
  pickFirst: {
    zh: '还没有取出的货。取出后在这里填写运单并发出。',
    en: 'Nothing was picked yet. Once it is, state here how it is sent.',
  },
  toShip: (amount: Text): Text => ({ zh: `待发 ${amount.zh}`, en: `${amount.en} to ship` }),
  quantity: { zh: '本次数量', en: 'Quantity now' },
  collectedByHint: {
    zh: '现场领取时填写；视为已收到。',
    en: 'For collection in person; it then counts as received.',
  },
  collectorNeeded: {
    zh: '现场领取请填写领取人；快递不填。',
    en: 'Name who collects it, for collection in person only.',
  },
  recordReturn: { zh: '登记归还', en: 'Record the return' },
  returnAbout: {
    zh: '归还的数量记回原批次；原批次已冻结的只登记归还。',
    en: 'The quantity goes back into the lot that it came from; a frozen lot is left as it is.',
  },
  out: (amount: Text): Text => ({ zh: `未还 ${amount.zh}`, en: `${amount.en} still out` }),
  conditionHint: { zh: '例如：完好、有破损', en: 'For example: intact, damaged' },
  order: { zh: '转为委托', en: 'Hand over as an order' },
  orderAbout: {
    zh: '为申请人新建一份委托，由仪器管理员接着处理。',
    en: 'Makes an order of the requester, which the staff of the instrument work on.',
  },
  toOrder: { zh: '查看委托', en: 'See the order' },
  noService: {
    zh: '申请中没有选择服务。请选择一项服务。',
    en: 'The request names no service: choose one.',
  },
  noShipment: { zh: '没有这批货。', en: 'There is no such shipment.' },
  noReservation: { zh: '没有这一笔预留。', en: 'There is no such reservation.' },
  tooFine: { zh: '数量太精细。', en: 'The quantity is too fine for its unit.' },

  picks: { zh: '申请取货单', en: 'Picking for requests' },
  picksLead: {
    zh: '为已批准的申请预留、还没有发出的材料，按存放位置排列。到位置后扫描标签；取齐后在申请的取货单上一起发出。',
    en: 'Material held back for approved requests and not shipped yet, in order of place. Scan each label there, then ship it from the picking list of its request.',
  },
  pickingOf: (number: string): Text => ({
    zh: `申请 ${number} 的取货单`,
    en: `Picking for request ${number}`,
  }),
  pickingLead: {
    zh: '到位置后扫描标签，取齐后一起发出。',
    en: 'Scan the label at each place, then ship everything that was picked.',
  },
  picking: { zh: '取货单', en: 'Picking list' },
  nonePicking: { zh: '没有待取的预留。', en: 'Nothing is waiting to be picked.' },
  scan: { zh: '扫描要取的标签', en: 'Scan the label to pick' },
  take: { zh: '取出', en: 'Pick' },
  putBack: { zh: '放回', en: 'Put back' },
  taken: (code: string): Text => ({ zh: `已取：${code}`, en: `Picked ${code}` }),
  back: { zh: '已放回', en: 'Put back' },
  picked: { zh: '已取', en: 'Picked' },
  notPicked: { zh: '待取', en: 'To pick' },
  request: { zh: '申请', en: 'Request' },
  material: { zh: '材料', en: 'Material' },
  place: { zh: '存放位置', en: 'Place' },
  amount: { zh: '数量', en: 'Quantity' },
  noneOf: (code: string): Text => ({
    zh: `批次 ${code} 没有待取的预留。`,
    en: `Nothing of lot ${code} is waiting to be picked.`,
  }),
  severalOf: (code: string): Text => ({
    zh: `批次 ${code} 为几份申请预留，请在下面选择一份。`,
    en: `Lot ${code} is held back for several requests: choose one below.`,
  }),
} satisfies Words
