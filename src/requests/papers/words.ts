import type { Text, Words } from '../../core/text.ts'
import type { Unit } from '../../stock/model.ts'
import type { PaperKind } from './model.ts'

export const paperNames = {
  agreement: { zh: '协议（已接受文本）', en: 'Agreement as accepted' },
  'delivery-note': { zh: '交接单', en: 'Delivery note' },
  'packing-list': { zh: '装箱单', en: 'Packing list' },
  phytosanitary: { zh: '植物检疫数据表', en: 'Phytosanitary data sheet' },
  customs: { zh: '海关数据表', en: 'Customs data sheet' },
} as const satisfies Record<PaperKind, Text>

export const paperWords = {
  papers: { zh: '单据', en: 'Papers' },
  print: {
    zh: '用浏览器打印，纸张选 A4。中英文对照，二维码打开这份申请。',
    en: 'Print it from the browser on A4. Both languages are there; the code opens the request.',
  },
  of: (name: Text, number: string): Text => ({
    zh: `${name.zh} · 申请 ${number}`,
    en: `${name.en}, request ${number}`,
  }),
  request: (number: string): Text => ({ zh: `申请 ${number}`, en: `Request ${number}` }),
  number: { zh: '申请编号', en: 'Request number' },
  date: { zh: '打印日期', en: 'Printed on' },
  provider: { zh: '提供方', en: 'Provider' },
  recipient: { zh: '接收方', en: 'Recipient' },
  name: { zh: '单位', en: 'Institution' },
  address: { zh: '地址', en: 'Address' },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  wiews: { zh: 'WIEWS 机构代码', en: 'WIEWS code' },
  contact: { zh: '联系人', en: 'Contact' },
  lab: { zh: '课题组', en: 'Lab' },
  purpose: { zh: '用途', en: 'Purpose' },
  row: { zh: '序号', en: 'No.' },
  item: { zh: '名称', en: 'Item' },
  code: { zh: '编号', en: 'Number' },
  lot: { zh: '批次', en: 'Lot' },
  approved: { zh: '批准数量', en: 'Approved' },
  toSend: { zh: '待发', en: 'To send' },
  sent: { zh: '已发', en: 'Sent' },
  conditions: { zh: '条件', en: 'Conditions' },
  packages: { zh: '件数', en: 'Packages' },
  weight: { zh: '毛重', en: 'Gross weight' },
  scientific: { zh: '学名', en: 'Scientific name' },
  common: { zh: '名称', en: 'Common name' },
  origin: { zh: '原产国', en: 'Origin' },
  form: { zh: '形态', en: 'Form' },
  quantity: { zh: '数量', en: 'Quantity' },
  treatment: { zh: '处理', en: 'Treatment' },
  description: { zh: '货物名称', en: 'Description' },
  hsCode: { zh: '商品编码（HS）', en: 'HS code' },
  value: { zh: '申报价值', en: 'Declared value' },
  loan: { zh: '（借用，须归还）', en: ' (on loan, to be returned)' },
  law: { zh: '法规要求', en: 'What the law asks' },
  none: { zh: '没有需要列出的资源', en: 'There is nothing to list' },
  noneText: {
    zh: '审批通过并需要寄送的资源会列在这里。',
    en: 'Approved items that are sent appear here.',
  },
  noSeal: { zh: '还没有人接受协议', en: 'No agreement is accepted yet' },
  noSealText: {
    zh: '成员接受后，这里打印他们看到的全文。',
    en: 'Once members accept, the text that they were shown is printed here.',
  },
  acceptedBy: { zh: '接受人', en: 'Accepted by' },
  acceptedAt: { zh: '接受时间', en: 'Accepted at' },
  hash: { zh: '全文的 SHA-256', en: 'SHA-256 of the text' },
  intact: { zh: '与接受时一致', en: 'as it was accepted' },
  broken: { zh: '与接受时不一致，请联系平台', en: 'NOT as it was accepted: tell the operator' },
  handedOver: { zh: '提供方经手人（签字）', en: 'Handed over by (signature)' },
  received: { zh: '接收人（签字）', en: 'Received by (signature)' },
  signedOn: { zh: '日期', en: 'Date' },
  notCertificate: {
    zh: '本表供申请检疫使用，不是植物检疫证书。空白处由申报人填写。',
    en: 'This sheet is for applying; it is no phytosanitary certificate. Blanks are for the applicant to fill in.',
  },
  notDeclaration: {
    zh: '本表供报关使用，不是报关单。商品编码和申报价值由申报人填写。',
    en: 'This sheet is for declaring; it is no declaration. HS code and value are for the declarant to fill in.',
  },
  noPaper: { zh: '没有这种单据。', en: 'There is no such paper.' },
  scan: { zh: '扫码打开申请', en: 'Scan to open the request' },
} satisfies Words

/** In which form material goes, by what it is counted in. */
export const formNames = {
  seed: { zh: '种子', en: 'seeds' },
  gram: { zh: '种子或干样', en: 'seeds or dry material' },
  vial: { zh: '冻存管', en: 'vials' },
  straw: { zh: '细管', en: 'straws' },
  plant: { zh: '植株', en: 'plants' },
  millilitre: { zh: '液体', en: 'liquid' },
} as const satisfies Record<Unit, Text>
