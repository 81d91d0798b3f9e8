import type { Text, Words } from '../../core/text.ts'
import type { Unit } from '../model.ts'
import { unitNames } from '../words/common.ts'

export const lotWords = {
  lots: { zh: '批次', en: 'Lots' },
  lotOf: (code: string): Text => ({ zh: `批次 ${code}`, en: `Lot ${code}` }),
  lotsOf: (title: Text): Text => ({ zh: `${title.zh}的批次`, en: `Lots of ${title.en}` }),
  lead: {
    zh: '扫描标签或输入编号即可打开批次；也可以按库存状态和位置筛选。',
    en: 'Scan a label or type a code to open a lot, or filter by stock level and place.',
  },
  ofRecordLead: {
    zh: '这份材料在库里有多少、放在哪里。',
    en: 'How much of it is in stock, and where it is stored.',
  },
  none: { zh: '没有符合条件的批次。', en: 'No matching lots.' },
  noneHint: {
    zh: '批次在种质记录的页面上建立。',
    en: 'Add lots on the page of their accession.',
  },
  noneYet: { zh: '还没有批次。', en: 'There are no lots yet.' },
  manage: { zh: '管理批次', en: 'Manage lots' },
  add: { zh: '新建批次', en: 'Add a lot' },
  added: (code: string): Text => ({ zh: `批次 ${code} 已建立`, en: `Lot ${code} was added` }),
  edit: { zh: '修改批次资料', en: 'Edit the lot' },
  about: { zh: '批次资料', en: 'About the lot' },
  record: { zh: '种质', en: 'Accession' },
  scan: { zh: '批次编号或扫码', en: 'Scan or type a lot code' },
  open: { zh: '打开批次', en: 'Open the lot' },
  level: { zh: '库存状态', en: 'Stock level' },
  low: { zh: '库存偏低', en: 'Low stock' },
  noneLow: { zh: '没有库存偏低的批次。', en: 'No lots are low.' },
  belowReserve: { zh: '低于保底量', en: 'Below reserve' },
  noneBelowReserve: { zh: '没有低于保底量的批次。', en: 'No lots are below their reserve.' },
  left: (title: Text, amount: Text): Text => ({
    zh: `${title.zh}，结存 ${amount.zh}`,
    en: `${title.en}, ${amount.en} left`,
  }),
  balance: { zh: '结存', en: 'Balance' },
  reserved: { zh: '已预留', en: 'Reserved' },
  free: { zh: '可自动提取', en: 'Free to use' },
  place: { zh: '位置', en: 'Place' },
  origin: { zh: '来源', en: 'Origin' },
  labels: { zh: '打印标签', en: 'Print labels' },
  moves: { zh: '分出、转入、合并', en: 'Split, move, merge' },
  parents: { zh: '来自批次', en: 'From lots' },
  children: { zh: '分出的批次', en: 'Split or merged into' },
  nowhere: { zh: '未登记位置', en: 'no place yet' },
  frozen: { zh: '已冻结', en: 'Frozen' },
  openHarvest: { zh: '收获中', en: 'Harvest open' },
  notOffered: { zh: '不对外提供', en: 'Not offered' },
  codeHint: {
    zh: '在本单位内不重复，印在标签上',
    en: 'Unique within the institution; printed on labels',
  },
  quantityHint: {
    zh: '现有数量，记为第一笔入库；收获批次可先留空，逐次称重登记。',
    en: 'What is in stock now; it becomes the first entry. A harvest can start empty and be weighed in several times.',
  },
  weightHint: {
    zh: '粒数与克数之间只按它换算。',
    en: 'Used to convert between seeds and grams.',
  },
  reserveHint: {
    zh: '自动提取不会动用这一部分，管理员说明理由后可以。',
    en: 'Never used by automatic picking; staff can use it with a reason.',
  },
  requestMaxHint: { zh: '留空为不限。', en: 'Leave empty for no limit.' },
  parentHint: {
    zh: '收获时填写播种所用批次的编号。',
    en: 'For a harvest: the code of the lot that was sown.',
  },
  freeze: { zh: '冻结批次', en: 'Freeze the lot' },
  freezeAbout: {
    zh: '冻结后不能再登记出入库，流水和标签仍可查到，不能恢复。有预留的批次不能冻结；结存为零时同时腾出位置。',
    en: 'A frozen lot takes no more entries; its ledger and labels can still be read. This cannot be undone. A lot with reservations cannot be frozen; an empty lot gives up its place.',
  },
  frozenNow: { zh: '批次已冻结', en: 'The lot is frozen' },
  isFrozen: {
    zh: '这个批次已冻结，不能再修改。',
    en: 'This lot is frozen and can no longer be changed.',
  },
  close: { zh: '收获结束', en: 'Close the harvest' },
  closeAbout: {
    zh: '结束后不能再称重入库，可以开始提取。只能结束一次。',
    en: 'Once closed, nothing more can be weighed in and seeds can be taken. A harvest can be closed only once.',
  },
  closedNow: { zh: '收获已结束', en: 'The harvest is closed' },
  notOpen: {
    zh: '这个批次不是正在进行的收获。',
    en: 'This lot is not an open harvest.',
  },
  stillReserved: {
    zh: '这个批次还有预留的数量，请先释放或发出。',
    en: 'Some of this lot is reserved: release or ship that first.',
  },
  noLot: {
    zh: '没有这个批次：请核对编号。',
    en: 'No such lot: check the code.',
  },
  badCode: {
    zh: '编号用字母、数字和 . _ - / ( ) + : 组成，最多 60 位：它要印成条码。',
    en: 'Use letters, digits and . _ - / ( ) + : only, at most 60: the code is printed as a bar code.',
  },
  generationNeeded: {
    zh: '收获批次请填写世代数。',
    en: 'Enter the generation of the harvest.',
  },
  codeTaken: {
    zh: '本单位已有这个编号的批次，请换一个。',
    en: 'The institution already has a lot with this code: choose another.',
  },
  hasLots: {
    zh: '这条记录已有库存批次，不能删除。',
    en: 'This record has lots in stock: it cannot be deleted.',
  },
  noAvailability: { zh: '目前没有可供的数量。', en: 'Nothing can be supplied at present.' },
  availability: { zh: '可供数量', en: 'Availability' },
  /** One sentence for what can be had in one unit. */
  available: (quantity: string, unit: Unit, most: string | null): Text => ({
    zh: `约 ${quantity} ${unitNames[unit].zh}可供${most ? `，单次最多 ${most} ${unitNames[unit].zh}` : ''}`,
    en: `About ${quantity} ${unitNames[unit].en} available${most ? `, at most ${most} per request` : ''}`,
  }),
} satisfies Words

export const originNames = {
  received: { zh: '接收', en: 'Received' },
  harvested: { zh: '繁殖收获', en: 'Harvested' },
  split: { zh: '分出', en: 'Split off' },
  merged: { zh: '合并', en: 'Merged' },
} as const satisfies Words

export const levelNames = {
  enough: { tone: 'good', text: { zh: '充足', en: 'Enough' } },
  low: { tone: 'note', text: { zh: '偏低', en: 'Low' } },
  below_reserve: { tone: 'caution', text: { zh: '低于保底量', en: 'Below reserve' } },
  empty: { tone: 'danger', text: { zh: '已用完', en: 'Used up' } },
} as const
