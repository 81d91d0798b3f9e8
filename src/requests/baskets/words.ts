import type { Text } from '../../core/text.ts'
import { basketPaths } from '../words/baskets.ts'
import type { AskedUnit } from '../requests/model/units.ts'
import { askedUnitNames } from '../requests/words/units.ts'

export const basketWords = {
  basket: { zh: '篮子', en: 'Basket' },
  counted: (count: number): Text => ({ zh: `篮子 (${count})`, en: `Basket (${count})` }),
  lead: {
    zh: '准备申请的资源。提交时按提供单位分成若干份申请，各由该单位审核。',
    en: 'What you mean to ask for. It becomes one request to each provider, who decides about it.',
  },
  empty: { zh: '篮子是空的', en: 'Your basket is empty' },
  emptyHint: {
    zh: '在种质、样本、数据或检测服务的页面上点“加入篮子”，或在搜索结果中一次选多条。',
    en: 'Choose “Add to basket” on a page of germplasm, samples, data or a service, or tick several in a search.',
  },
  browse: { zh: '去查找资源', en: 'Find something' },
  guest: {
    zh: '您还没有登录：篮子保存在这个浏览器里，登录后会并入您的账户。',
    en: 'You are not signed in: this browser keeps the basket, and it becomes yours when you sign in.',
  },
  add: { zh: '加入篮子', en: 'Add to basket' },
  addChosen: { zh: '所选加入篮子', en: 'Add chosen to basket' },
  choose: (title: string): Text => ({ zh: `选择${title}`, en: `Choose ${title}` }),
  chosenHint: { zh: '勾选后一次加入', en: 'Tick several and add them at once' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  mostOf: (most: string, unit: AskedUnit): Text => ({
    zh: `单次最多 ${most} ${askedUnitNames[unit].zh}。`,
    en: `At most ${most} ${askedUnitNames[unit].en} per request.`,
  }),
  criteria: { zh: '需要哪些样本', en: 'Which samples' },
  criteriaHint: {
    zh: '例如：2020 年以后采集的血清，40 岁以上。',
    en: 'For example: serum taken since 2020, over 40.',
  },
  samples: { zh: '样本数', en: 'How many samples' },
  form: { zh: '提供形式', en: 'Form' },
  formHint: {
    zh: '例如：种子、幼苗、DNA。',
    en: 'For example: seed, seedlings, DNA.',
  },
  loan: { zh: '借用，用后归还', en: 'As a loan, to be given back' },
  onLoan: { zh: '借用', en: 'Loan' },
  lot: { zh: '批次编号', en: 'Lot' },
  lotHint: {
    zh: '标签或文献中写明的批次；留空由提供单位选取。',
    en: 'As its label or a paper has it; left blank, the provider chooses.',
  },
  lotOf: (code: string): Text => ({ zh: `批次 ${code}`, en: `Lot ${code}` }),
  files: (count: number): Text => ({
    zh: `${count} 个文件`,
    en: count === 1 ? '1 file' : `${count} files`,
  }),
  allFiles: { zh: '全部文件', en: 'All files' },
  version: (number: number): Text => ({ zh: `第 ${number} 版`, en: `Version ${number}` }),
  whichVersion: { zh: '版本', en: 'Version' },
  allVersions: { zh: '全部版本', en: 'All versions' },
  someFiles: { zh: '其中的文件', en: 'Certain files' },
  someFilesHint: {
    zh: '每行一个文件页面的地址；留空为该版本的全部文件。',
    en: 'The address of each file’s page, one a line; left blank, all files of the version.',
  },
  noAddress: {
    zh: '每行应为一个文件页面的地址。',
    en: 'Each line has to be the address of a file’s page.',
  },
  more: {
    dataset: { zh: '只要某个版本或某些文件', en: 'Only a version, or certain files' },
    accession: { zh: '指定形式、批次或借用', en: 'A certain form or lot, or a loan' },
    collection: { zh: '借用', en: 'As a loan' },
  },
  change: { zh: '更新', en: 'Update' },
  changed: { zh: '已更新。', en: 'Updated.' },
  changeOf: (title: string): Text => ({ zh: `更新${title}`, en: `Update ${title}` }),
  remove: { zh: '移除', en: 'Remove' },
  removeOf: (title: string): Text => ({ zh: `移除${title}`, en: `Remove ${title}` }),
  removedNow: (title: Text): Text => ({
    zh: `已移除“${title.zh}”。`,
    en: `“${title.en}” is removed.`,
  }),
  undo: { zh: '放回篮子', en: 'Put it back' },
  undone: { zh: '已放回。', en: 'It is back in your basket.' },
  added: (title: Text): Text => ({
    zh: `“${title.zh}”已加入篮子。`,
    en: `“${title.en}” is in your basket.`,
  }),
  addedMany: (count: number): Text => ({
    zh: `已加入 ${count} 项。`,
    en: count === 1 ? 'One item was added.' : `${count} items were added.`,
  }),
  nothingChosen: { zh: '没有选中任何一条。', en: 'Nothing was chosen.' },
  notAdded: { zh: '没有加入篮子的', en: 'Not added' },
  gone: { zh: '已不再提供', en: 'No longer there' },
  goneHint: {
    zh: '这条资源已撤回，或您现在看不到它；提交时会跳过。',
    en: 'It was withdrawn, or is no longer for you to see; it is left out when you ask.',
  },
  skipped: { zh: '提交时会跳过', en: 'Left out when you ask' },
  incomplete: { zh: '请补充', en: 'To be completed' },
  criteriaNeeded: {
    zh: '请写明需要哪些样本。',
    en: 'Say which samples you need.',
  },
  amountChanged: {
    zh: '提供单位已改变可供的单位或数量，请更新数量。',
    en: 'The provider now gives it in other units or amounts: update the quantity.',
  },
  tooMuch: {
    zh: '超过目前可供的数量，提供单位可能只批准一部分。',
    en: 'More than can be supplied now: the provider may approve a part of it.',
  },
  aboutProvider: { zh: '了解提供方', en: 'About the provider' },
  checkout: { zh: '去申请', en: 'Ask for these' },
} as const

/** What is ticked in results goes into the basket. */
export const basketPicks = {
  action: basketPaths.items,
  text: basketWords.addChosen,
  hint: basketWords.chosenHint,
  choose: basketWords.choose,
}

export const basketRefusals = {
  noRecord: { zh: '没有这条资源。', en: 'There is no such record.' },
  noItem: {
    zh: '篮子里没有这一项，可能已在另一个窗口中移除。',
    en: 'This is not in your basket; it may have been removed in another window.',
  },
  full: (most: number): Text => ({
    zh: `篮子最多放 ${most} 项，请先提交或移除一些。`,
    en: `A basket holds at most ${most} items: ask for some, or remove some, first.`,
  }),
  stale: {
    zh: '您打开之后，篮子已在别处修改。请重新读取。',
    en: 'Your basket was changed since you read it. Read it again.',
  },
  notOfKind: {
    zh: '这类资源没有这一项。',
    en: 'This is not asked of records of this kind.',
  },
  quantityOnly: { zh: '数量和单位要一起填写。', en: 'Give a quantity and its unit together.' },
  wrongUnit: (names: string, namesEn: string): Text => ({
    zh: `这份资源按${names}提供。`,
    en: `This is given in ${namesEn}.`,
  }),
  notWhole: (unit: AskedUnit): Text => ({
    zh: unit === 'gram' || unit === 'millilitre' ? '最多三位小数。' : '应为整数。',
    en:
      unit === 'gram' || unit === 'millilitre'
        ? 'At most three digits after the point.'
        : 'A whole number, please.',
  }),
  noVersion: {
    zh: '没有这个已发布的版本。',
    en: 'There is no such published version.',
  },
  noFile: { zh: '这个版本没有这些文件。', en: 'This version does not have all of these files.' },
  versionNeeded: { zh: '选择文件时请写明版本。', en: 'Name the version that the files are of.' },
  noLot: { zh: '这份种质没有可申请的这一批次。', en: 'There is no such lot to be asked for.' },
  noService: {
    zh: '请选择一项服务；没有这项服务，或已停止提供。',
    en: 'Choose a service: there is none like this, or it has ended.',
  },
  bookIt: {
    zh: '机时请直接预约，不经篮子；检测服务请在仪器页面选择后加入。',
    en: 'Its time is booked, not put into a basket; choose a service of it on its page.',
  },
  changedMeanwhile: {
    zh: '您打开之后，篮子已在别处修改。请核对最新内容后再继续。',
    en: 'Your basket was changed meanwhile. Look at it again, then go on.',
  },
  nothingToAsk: {
    zh: '篮子里没有现在可以申请的内容。',
    en: 'Nothing in your basket can be asked for now.',
  },
  twice: {
    zh: '篮子里已有条件相同的一项。',
    en: 'There is an item like this in your basket already.',
  },
  nobody: { zh: '请先登录。', en: 'Sign in first.' },
} as const

export const checkoutWords = {
  what: { zh: '申请：内容与提供单位', en: 'Ask: what, and of whom' },
  whatLead: (count: number): Text => ({
    zh: `第 1 步，共 3 步。提交后分成 ${count} 份申请，各由提供单位审核。`,
    en: `Step 1 of 3. It becomes ${count === 1 ? 'one request' : `${count} requests`}, one to each provider.`,
  }),
  amount: (quantity: number, unit: AskedUnit): Text => ({
    zh: ` ${quantity} ${askedUnitNames[unit].zh}`,
    en: ` ${quantity} ${askedUnitNames[unit].en}`,
  }),
  blocked: {
    zh: '依法不能申请，提交时会跳过：',
    en: 'The law does not let you ask for this; it is left out:',
  },
  nothing: { zh: '没有可以申请的内容', en: 'Nothing to ask for' },
  nothingHint: {
    zh: '回到篮子补充或加入其他资源。',
    en: 'Go back to your basket, complete it or add something else.',
  },
  next: { zh: '下一步', en: 'Next' },
  back: { zh: '回到篮子', en: 'Back to the basket' },
  whatFor: { zh: '申请：项目与用途', en: 'Ask: what it is for' },
  whatForLead: {
    zh: '第 2 步，共 3 步。写一次，用于这次的每一份申请。',
    en: 'Step 2 of 3. Written once, for every request that is sent now.',
  },
  project: { zh: '项目名称', en: 'Project' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: {
    zh: '提供单位据此审核：研究什么，怎样使用。',
    en: 'The provider decides by this: what you study, and how you use it.',
  },
  intendedUse: { zh: '预期用途', en: 'Intended use' },
  supervisor: { zh: '导师或项目负责人', en: 'Supervisor' },
  supervisorHint: {
    zh: '提供单位要求导师同意时，由其确认。',
    en: 'Asked to agree where the provider wants that.',
  },
  destination: { zh: '寄往国家或地区', en: 'Where it goes' },
  destinationHint: {
    zh: '默认为您所在单位的国家。寄往境外时，法规要求不同。',
    en: 'The country of your institution unless you choose another. The law asks more of what goes abroad.',
  },
  recheck: { zh: '更新法规要求', en: 'Check what the law asks' },
  goesTo: (country: Text): Text => ({ zh: `寄往：${country.zh}`, en: `Goes to: ${country.en}` }),
  changeDestination: { zh: '更改', en: 'Change' },
  address: { zh: '收件地址', en: 'Delivery address' },
  addressHint: {
    zh: '留空则寄到您所在的单位。',
    en: 'Your institution’s if left blank.',
  },
  keep: { zh: '保存为我的项目，下次申请直接使用', en: 'Keep as my project for the next request' },
  send: { zh: '申请：核对并提交', en: 'Ask: look again and send' },
  sendLead: {
    zh: '第 3 步，共 3 步。申请已存为草稿，提交后由提供单位审核。',
    en: 'Step 3 of 3. Your requests are kept as drafts; the providers decide once they are sent.',
  },
  sendAll: (count: number): Text => ({
    zh: `提交 ${count} 份申请`,
    en: count === 1 ? 'Send the request' : `Send ${count} requests`,
  }),
  sent: (count: number): Text => ({
    zh: `已提交 ${count} 份申请。`,
    en: count === 1 ? 'The request is sent.' : `${count} requests are sent.`,
  }),
} as const
