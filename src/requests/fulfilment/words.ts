import type { Text, Words } from '../../core/text.ts'
import type { Way } from './model.ts'

export const wayNames: Record<Way, Text> = {
  carrier: { zh: '快递或物流', en: 'By carrier' },
  pick_up: { zh: '现场领取', en: 'Collected in person' },
}

export const fieldNames = {
  way: { zh: '方式', en: 'Method' },
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
  code: { zh: '批次编号', en: 'Lot number' },
  reservation: { zh: '预留', en: 'Reservation' },
  picked: { zh: '取货', en: 'Picking' },
} satisfies Words

export const fulfilmentWords = {
  shipments: { zh: '发货', en: 'Shipments' },
  services: { zh: '检测服务', en: 'Services' },
  noShipments: { zh: '还没有发货。', en: 'Nothing has been shipped yet.' },
  sent: { zh: '发出', en: 'Shipped' },
  how: { zh: '方式', en: 'Method' },
  contents: { zh: '内容', en: 'Contents' },
  state: { zh: '状态', en: 'State' },
  underWay: { zh: '在途', en: 'In transit' },
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
    zh: '丢失的数量不会自动补发；如仍需要，请重新申请。',
    en: 'Lost material is not replaced automatically. Submit a new request if you still need it.',
  },
  ship: { zh: '发货', en: 'Ship' },
  shipUnpicked: { zh: '不按取货单发货', en: 'Ship without a pick list' },
  shipAbout: {
    zh: '填写本次发出的数量，可分批发出。留空的项不发；全部留空则发出已取的材料。',
    en: 'Enter the quantities shipped now; the rest can follow later. Leave all empty to ship what has been picked.',
  },
  shipPicked: { zh: '发出已取的材料', en: 'Ship picked material' },
  pickFirst: {
    zh: '尚未取出材料。取出后在此填写运单信息并发出。',
    en: 'Nothing has been picked yet. After picking, enter the shipping details here.',
  },
  toShip: (amount: Text): Text => ({ zh: `待发 ${amount.zh}`, en: `${amount.en} to ship` }),
  quantity: { zh: '本次数量', en: 'Quantity shipped now' },
  collectedByHint: {
    zh: '现场领取时填写，视为已收到。',
    en: 'For collection in person; counts as received.',
  },
  collectorNeeded: {
    zh: '现场领取时请填写领取人；快递无需填写。',
    en: 'Enter who collects the material. Only for collection in person.',
  },
  recordReturn: { zh: '登记归还', en: 'Record return' },
  returnAbout: {
    zh: '归还的数量计入原批次；原批次已冻结时仅登记归还。',
    en: 'The quantity is added back to its lot. If the lot is frozen, only the return is recorded.',
  },
  out: (amount: Text): Text => ({ zh: `未还 ${amount.zh}`, en: `${amount.en} not returned` }),
  conditionHint: { zh: '例如：完好、有破损', en: 'For example: intact, damaged' },
  order: { zh: '转为委托', en: 'Convert to an order' },
  orderAbout: {
    zh: '为申请人新建一份委托，由仪器的管理人员处理。',
    en: 'Creates an order for the requester. The instrument’s staff then handle it.',
  },
  toOrder: { zh: '查看委托', en: 'View order' },
  noService: {
    zh: '申请中没有选择服务。请选择一项服务。',
    en: 'The request does not specify a service. Choose one.',
  },
  noShipment: { zh: '这批货不存在。', en: 'This shipment does not exist.' },
  noReservation: { zh: '这项预留不存在。', en: 'This reservation does not exist.' },
  tooFine: { zh: '数量的小数位过多。', en: 'Too many decimal places for this unit.' },

  picks: { zh: '申请取货单', en: 'Pick list for requests' },
  picksLead: {
    zh: '为已批准的申请预留、尚未发出的材料，按存放位置排列。到达位置后扫描标签；取齐后在申请的取货单上一起发出。',
    en: 'Material reserved for approved requests and not shipped yet, sorted by location. Scan each label at its location, then ship from the pick list of the request.',
  },
  pickingOf: (number: string): Text => ({
    zh: `申请 ${number} 的取货单`,
    en: `Pick list for request ${number}`,
  }),
  pickingLead: {
    zh: '到达位置后扫描标签，取齐后一起发出。',
    en: 'Scan the label at each location, then ship everything together.',
  },
  picking: { zh: '取货单', en: 'Pick list' },
  nonePicking: { zh: '没有待取的材料。', en: 'Nothing to pick.' },
  scan: { zh: '扫描要取的标签', en: 'Scan the label' },
  take: { zh: '取出', en: 'Pick' },
  putBack: { zh: '放回', en: 'Put back' },
  taken: (code: string): Text => ({ zh: `已取：${code}`, en: `Picked ${code}` }),
  back: { zh: '已放回', en: 'Put back' },
  picked: { zh: '已取', en: 'Picked' },
  notPicked: { zh: '待取', en: 'To pick' },
  request: { zh: '申请', en: 'Request' },
  material: { zh: '材料', en: 'Material' },
  place: { zh: '存放位置', en: 'Location' },
  amount: { zh: '数量', en: 'Quantity' },
  noneOf: (code: string): Text => ({
    zh: `批次 ${code} 没有待取的材料。`,
    en: `Lot ${code} has nothing to pick.`,
  }),
  severalOf: (code: string): Text => ({
    zh: `批次 ${code} 为多份申请预留，请在下面选择一份。`,
    en: `Lot ${code} is reserved for several requests. Choose one below.`,
  }),
} satisfies Words
