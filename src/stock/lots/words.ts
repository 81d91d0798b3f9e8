import type { Text, Words } from '../../core/text.ts'
import type { Unit } from '../model.ts'
import { unitNames } from '../words/common.ts'

export const lotWords = {
  lots: { zh: '批次', en: 'Lots' },
  lotOf: (code: string): Text => ({ zh: `批次 ${code}`, en: `Lot ${code}` }),
  lotsOf: (title: Text): Text => ({ zh: `${title.zh}的批次`, en: `Lots of ${title.en}` }),
  lead: {
    zh: '扫描标签或输入编号可打开批次；也可以按库存状态和位置筛选。',
    en: 'Scan a label or enter a code to open a lot, or filter by stock level and location.',
  },
  ofRecordLead: {
    zh: '该材料的库存数量和存放位置。',
    en: 'How much is in stock, and where it is stored.',
  },
  none: { zh: '没有符合条件的批次。', en: 'No matching lots.' },
  noneHint: {
    zh: '批次在种质页面新建。',
    en: 'Add lots on the accession’s page.',
  },
  noneYet: { zh: '还没有批次。', en: 'No lots yet.' },
  manage: { zh: '管理批次', en: 'Manage lots' },
  add: { zh: '新建批次', en: 'Add lot' },
  added: (code: string): Text => ({ zh: `批次 ${code} 已建立`, en: `Lot ${code} added` }),
  edit: { zh: '修改批次资料', en: 'Edit lot' },
  about: { zh: '批次资料', en: 'Lot details' },
  record: { zh: '种质', en: 'Accession' },
  scan: { zh: '批次编号或扫码', en: 'Scan or enter a lot code' },
  open: { zh: '打开批次', en: 'Open lot' },
  level: { zh: '库存状态', en: 'Stock level' },
  low: { zh: '库存偏低', en: 'Low stock' },
  noneLow: { zh: '没有库存偏低的批次。', en: 'No lots with low stock.' },
  belowReserve: { zh: '低于保底量', en: 'Below minimum stock' },
  noneBelowReserve: { zh: '没有低于保底量的批次。', en: 'No lots below minimum stock.' },
  left: (title: Text, amount: Text): Text => ({
    zh: `${title.zh}，结存 ${amount.zh}`,
    en: `${title.en}, ${amount.en} left`,
  }),
  balance: { zh: '结存', en: 'Balance' },
  reserved: { zh: '已预留', en: 'Reserved' },
  free: { zh: '可自动提取', en: 'Free to use' },
  place: { zh: '位置', en: 'Location' },
  origin: { zh: '来源', en: 'Origin' },
  labels: { zh: '打印标签', en: 'Print labels' },
  moves: { zh: '拆分、转入、合并', en: 'Split, move, merge' },
  parents: { zh: '来自批次', en: 'Made from lots' },
  children: { zh: '拆分或合并出的批次', en: 'Split or merged into' },
  nowhere: { zh: '未登记位置', en: 'no location' },
  frozen: { zh: '已冻结', en: 'Frozen' },
  openHarvest: { zh: '收获中', en: 'Harvest open' },
  notOffered: { zh: '不对外提供', en: 'Not available to others' },
  codeHint: {
    zh: '在本单位内唯一，印在标签上',
    en: 'Unique within the institution; printed on labels',
  },
  quantityHint: {
    zh: '当前数量，记为首笔入库；收获批次可先留空，逐次称重登记。',
    en: 'Current quantity, recorded as the first transaction. A harvest can start empty and be weighed in several times.',
  },
  weightHint: {
    zh: '用于粒数与克数的换算。',
    en: 'Used to convert between seeds and grams.',
  },
  reserveHint: {
    zh: '自动提取不会动用；管理员说明理由后可以动用。',
    en: 'Not used by automatic picking. Staff can use it with a reason.',
  },
  requestMaxHint: { zh: '留空为不限。', en: 'Leave empty for no limit.' },
  parentHint: {
    zh: '收获批次填写播种所用批次的编号。',
    en: 'For a harvest: code of the lot that was sown.',
  },
  freeze: { zh: '冻结批次', en: 'Freeze lot' },
  freezeAbout: {
    zh: '冻结后不能登记出入库，流水和标签仍可查看，且不能恢复。有预留的批次不能冻结；结存为零时同时释放位置。',
    en: 'No transactions can be recorded for a frozen lot; its ledger and labels remain available. This cannot be undone. Lots with reservations cannot be frozen; an empty lot also gives up its location.',
  },
  frozenNow: { zh: '批次已冻结', en: 'Lot frozen' },
  isFrozen: {
    zh: '批次已冻结，不能修改。',
    en: 'This lot is frozen and cannot be changed.',
  },
  close: { zh: '收获结束', en: 'Close harvest' },
  closeAbout: {
    zh: '结束后不能再称重入库，可以开始提取。只能结束一次。',
    en: 'After closing, nothing more can be weighed in and seeds can be taken. A harvest can be closed only once.',
  },
  closedNow: { zh: '收获已结束', en: 'Harvest closed' },
  notOpen: {
    zh: '该批次不在收获中。',
    en: 'This lot is not an open harvest.',
  },
  stillReserved: {
    zh: '该批次还有预留，请先释放或发出。',
    en: 'Part of this lot is reserved. Release or ship it first.',
  },
  noLot: {
    zh: '批次不存在，请核对编号。',
    en: 'This lot does not exist. Check the code.',
  },
  badCode: {
    zh: '编号只能包含字母、数字和 . _ - / ( ) + :，最多 60 个字符，以便印成条码。',
    en: 'Use only letters, digits and . _ - / ( ) + :, up to 60 characters; the code is printed as a barcode.',
  },
  generationNeeded: {
    zh: '收获批次请填写世代数。',
    en: 'Enter the generation of the harvest.',
  },
  codeTaken: {
    zh: '本单位已有该编号的批次，请更换编号。',
    en: 'The institution already has a lot with this code. Choose another.',
  },
  hasLots: {
    zh: '该记录已有库存批次，不能删除。',
    en: 'This record has lots in stock and cannot be deleted.',
  },
  noAvailability: { zh: '目前没有可供的数量。', en: 'Nothing is available at present.' },
  availability: { zh: '可供数量', en: 'Available quantity' },
  /** One sentence for what can be had in one unit. */
  available: (quantity: string, unit: Unit, most: string | null): Text => ({
    zh: `约 ${quantity} ${unitNames[unit].zh}可供${most ? `，单次最多 ${most} ${unitNames[unit].zh}` : ''}`,
    en: `About ${quantity} ${unitNames[unit].en} available${most ? `, up to ${most} per request` : ''}`,
  }),
} satisfies Words

export const originNames = {
  received: { zh: '接收', en: 'Received' },
  harvested: { zh: '繁殖收获', en: 'Harvested' },
  split: { zh: '拆分', en: 'Split off' },
  merged: { zh: '合并', en: 'Merged' },
} as const satisfies Words

export const levelNames = {
  enough: { tone: 'good', text: { zh: '充足', en: 'Sufficient' } },
  low: { tone: 'note', text: { zh: '偏低', en: 'Low' } },
  below_reserve: { tone: 'caution', text: { zh: '低于保底量', en: 'Below minimum stock' } },
  empty: { tone: 'danger', text: { zh: '已用完', en: 'Used up' } },
} as const
