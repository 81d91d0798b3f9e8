import type { Text } from '../../core/text.ts'
import { basketPaths } from '../words/baskets.ts'
import type { AskedUnit } from '../requests/model/units.ts'
import { askedUnitNames } from '../requests/words/units.ts'

export const basketWords = {
  basket: { zh: '篮子', en: 'Basket' },
  counted: (count: number): Text => ({ zh: `篮子 (${count})`, en: `Basket (${count})` }),
  lead: {
    zh: '准备申请的资源。提交时按提供方分成若干份申请，分别由各单位审核。',
    en: 'Resources you want to request. On submission they are split into one request per provider, and each provider decides its own.',
  },
  empty: { zh: '篮子是空的', en: 'Your basket is empty' },
  emptyHint: {
    zh: '在种质、样本、数据或检测服务的页面上点击“加入篮子”，或在搜索结果中一次选择多条。',
    en: 'Choose “Add to basket” on a germplasm, sample, data or service page, or select several search results.',
  },
  browse: { zh: '查找资源', en: 'Find resources' },
  guest: {
    zh: '您还没有登录。篮子保存在当前浏览器中，登录后会并入您的账户。',
    en: 'You are not signed in. The basket is kept in this browser and moves to your account when you sign in.',
  },
  add: { zh: '加入篮子', en: 'Add to basket' },
  addChosen: { zh: '将所选加入篮子', en: 'Add selected to basket' },
  choose: (title: string): Text => ({ zh: `选择 ${title}`, en: `Select ${title}` }),
  chosenHint: { zh: '勾选后一次加入', en: 'Select several and add them together' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  mostOf: (most: string, unit: AskedUnit): Text => ({
    zh: `单次最多 ${most} ${askedUnitNames[unit].zh}。`,
    en: `At most ${most} ${askedUnitNames[unit].en} per request.`,
  }),
  criteria: { zh: '需要哪些样本', en: 'Which samples' },
  criteriaHint: {
    zh: '例如：2020 年以后采集的血清，40 岁以上。',
    en: 'For example: serum collected since 2020, donors over 40.',
  },
  samples: { zh: '样本数', en: 'Number of samples' },
  form: { zh: '提供形式', en: 'Form' },
  formHint: {
    zh: '例如：种子、幼苗、DNA。',
    en: 'For example: seed, seedlings, DNA.',
  },
  loan: { zh: '借用，用后归还', en: 'On loan, to be returned' },
  onLoan: { zh: '借用', en: 'On loan' },
  lot: { zh: '批次编号', en: 'Lot' },
  lotHint: {
    zh: '标签或文献中注明的批次；留空由提供方选择。',
    en: 'The lot as on its label or in a publication. Leave empty to let the provider choose.',
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
  someFiles: { zh: '其中的文件', en: 'Selected files' },
  someFilesHint: {
    zh: '每行一个文件页面的地址；留空表示该版本的全部文件。',
    en: 'One file page address per line. Leave empty for all files of the version.',
  },
  noAddress: {
    zh: '每行应为一个文件页面的地址。',
    en: 'Each line must be the address of a file page.',
  },
  more: {
    dataset: { zh: '只要某个版本或某些文件', en: 'Only one version or selected files' },
    accession: { zh: '指定形式、批次或借用', en: 'Specify form, lot or loan' },
    collection: { zh: '借用', en: 'On loan' },
  },
  change: { zh: '更新', en: 'Update' },
  changed: { zh: '已更新。', en: 'Updated.' },
  changeOf: (title: string): Text => ({ zh: `更新 ${title}`, en: `Update ${title}` }),
  remove: { zh: '移除', en: 'Remove' },
  removeOf: (title: string): Text => ({ zh: `移除 ${title}`, en: `Remove ${title}` }),
  removedNow: (title: Text): Text => ({
    zh: `已移除“${title.zh}”。`,
    en: `“${title.en}” removed.`,
  }),
  undo: { zh: '恢复', en: 'Restore' },
  undone: { zh: '已恢复。', en: 'Restored to your basket.' },
  added: (title: Text): Text => ({
    zh: `“${title.zh}”已加入篮子。`,
    en: `“${title.en}” added to your basket.`,
  }),
  addedMany: (count: number): Text => ({
    zh: `已加入 ${count} 项。`,
    en: count === 1 ? '1 item added.' : `${count} items added.`,
  }),
  nothingChosen: { zh: '没有选择任何资源。', en: 'Nothing selected.' },
  notAdded: { zh: '未加入篮子', en: 'Not added' },
  gone: { zh: '已不再提供', en: 'No longer available' },
  goneHint: {
    zh: '这条资源已撤回，或您没有访问权限；提交时将跳过。',
    en: 'This resource was withdrawn or you no longer have access. It is skipped on submission.',
  },
  skipped: { zh: '提交时将跳过', en: 'Skipped on submission' },
  incomplete: { zh: '请补充', en: 'Incomplete' },
  criteriaNeeded: {
    zh: '请说明需要哪些样本。',
    en: 'Describe which samples you need.',
  },
  amountChanged: {
    zh: '提供方已更改可供的单位或数量，请更新数量。',
    en: 'The provider changed the available units or quantities. Update the quantity.',
  },
  tooMuch: {
    zh: '超过目前的可供数量，提供方可能只批准一部分。',
    en: 'More than currently available. The provider may approve only part of it.',
  },
  aboutProvider: { zh: '了解提供方', en: 'About the provider' },
  checkout: { zh: '申请这些资源', en: 'Request these' },
} as const

/** What is ticked in results goes into the basket. */
export const basketPicks = {
  action: basketPaths.items,
  text: basketWords.addChosen,
  hint: basketWords.chosenHint,
  choose: basketWords.choose,
}

export const basketRefusals = {
  noRecord: { zh: '该资源不存在。', en: 'This record does not exist.' },
  noItem: {
    zh: '篮子里没有这一项，可能已在其他窗口中移除。',
    en: 'This item is not in your basket. It may have been removed in another window.',
  },
  full: (most: number): Text => ({
    zh: `篮子最多放 ${most} 项，请先提交或移除一些。`,
    en: `A basket holds up to ${most} items. Submit or remove some first.`,
  }),
  stale: {
    zh: '您打开之后，篮子已在别处修改。请重新打开。',
    en: 'Your basket was changed elsewhere after you opened it. Open it again.',
  },
  notOfKind: {
    zh: '这类资源不能填写此项。',
    en: 'This field does not apply to this kind of resource.',
  },
  quantityOnly: { zh: '数量和单位须一起填写。', en: 'Enter both a quantity and a unit.' },
  wrongUnit: (names: string, namesEn: string): Text => ({
    zh: `这份资源按${names}提供。`,
    en: `This resource is provided in ${namesEn}.`,
  }),
  notWhole: (unit: AskedUnit): Text => ({
    zh: unit === 'gram' || unit === 'millilitre' ? '最多三位小数。' : '应为整数。',
    en:
      unit === 'gram' || unit === 'millilitre'
        ? 'Up to three decimal places.'
        : 'Enter a whole number.',
  }),
  noVersion: {
    zh: '该版本不存在或未发布。',
    en: 'This published version does not exist.',
  },
  noFile: { zh: '该版本没有这些文件。', en: 'These files do not all belong to this version.' },
  versionNeeded: { zh: '选择文件时请指定版本。', en: 'Choose a version when you select files.' },
  noLot: {
    zh: '这份种质没有可申请的该批次。',
    en: 'This accession has no such lot available on request.',
  },
  noService: {
    zh: '请选择一项服务；该服务不存在或已停止提供。',
    en: 'Choose a service. This one does not exist or is no longer offered.',
  },
  bookIt: {
    zh: '机时请直接预约，无需加入篮子；检测服务请在仪器页面选择后加入。',
    en: 'Book instrument time directly. Services can be added from the instrument’s page.',
  },
  changedMeanwhile: {
    zh: '您打开之后，篮子已在别处修改。请核对最新内容后再继续。',
    en: 'Your basket was changed elsewhere after you opened it. Review it before you continue.',
  },
  nothingToAsk: {
    zh: '篮子里没有目前可以申请的资源。',
    en: 'Nothing in your basket can be requested at present.',
  },
  twice: {
    zh: '篮子里已有条件相同的一项。',
    en: 'Your basket already has an identical item.',
  },
  nobody: { zh: '请先登录。', en: 'Sign in first.' },
} as const

export const checkoutWords = {
  what: { zh: '申请：核对内容', en: 'Request: items and providers' },
  whatLead: (count: number): Text => ({
    zh: `第 1 步，共 3 步。提交后分成 ${count} 份申请，各由提供方审核。`,
    en: `Step 1 of 3. On submission this becomes ${count === 1 ? 'one request' : `${count} requests, one per provider`}.`,
  }),
  amount: (quantity: number, unit: AskedUnit): Text => ({
    zh: ` ${quantity} ${askedUnitNames[unit].zh}`,
    en: ` ${quantity} ${askedUnitNames[unit].en}`,
  }),
  blocked: {
    zh: '依法不能申请，提交时将跳过：',
    en: 'Not permitted by law; skipped on submission:',
  },
  nothing: { zh: '没有可以申请的资源', en: 'Nothing to request' },
  nothingHint: {
    zh: '返回篮子补充信息或加入其他资源。',
    en: 'Return to your basket to complete the items or add others.',
  },
  next: { zh: '下一步', en: 'Next' },
  back: { zh: '返回篮子', en: 'Back to basket' },
  whatFor: { zh: '申请：项目与用途', en: 'Request: project and purpose' },
  whatForLead: {
    zh: '第 2 步，共 3 步。填写一次，用于本次的全部申请。',
    en: 'Step 2 of 3. Applies to all requests submitted now.',
  },
  project: { zh: '项目名称', en: 'Project' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: {
    zh: '研究内容和使用方式；提供方据此审核。',
    en: 'What you study and how you will use the resources. Providers decide on this basis.',
  },
  intendedUse: { zh: '预期用途', en: 'Intended use' },
  supervisor: { zh: '课题组负责人', en: 'Supervisor' },
  supervisorHint: {
    zh: '提供方要求负责人同意时，由其答复。',
    en: 'Gives consent where a provider requires it.',
  },
  destination: { zh: '目的国家或地区', en: 'Destination' },
  destinationHint: {
    zh: '默认为您所在单位的国家。寄往境外时适用不同的法规要求。',
    en: 'Your institution’s country by default. Other legal requirements apply to shipments abroad.',
  },
  recheck: { zh: '更新法规要求', en: 'Check legal requirements again' },
  goesTo: (country: Text): Text => ({
    zh: `寄往：${country.zh}`,
    en: `Destination: ${country.en}`,
  }),
  changeDestination: { zh: '更改', en: 'Change' },
  address: { zh: '收件地址', en: 'Delivery address' },
  addressHint: {
    zh: '留空则寄到您所在的单位。',
    en: 'Leave empty to ship to your institution.',
  },
  keep: { zh: '保存到“我的项目”，供以后申请使用', en: 'Save to “My projects” for later requests' },
  send: { zh: '申请：核对并提交', en: 'Request: review and submit' },
  sendLead: {
    zh: '第 3 步，共 3 步。申请已存为草稿，提交后由提供方审核。',
    en: 'Step 3 of 3. Your requests are saved as drafts. Providers decide after you submit.',
  },
  nothingToSend: { zh: '没有待提交的申请', en: 'No requests to submit' },
  allRequests: { zh: '查看我的申请', en: 'View my requests' },
  sendAll: (count: number): Text => ({
    zh: `提交 ${count} 份申请`,
    en: count === 1 ? 'Submit request' : `Submit ${count} requests`,
  }),
  sent: (count: number): Text => ({
    zh: `已提交 ${count} 份申请。`,
    en: count === 1 ? 'Request submitted.' : `${count} requests submitted.`,
  }),
} as const
