import { yuanText } from '../../core/money.ts'
import type { Text } from '../../core/text.ts'
import type { WayCode } from './model.ts'

/** One sentence for each way. What a dataset's files are given by is said by the files themselves. */
export const wayWords: Readonly<Record<WayCode, Text>> = {
  draft: {
    zh: '尚未发布，发布后才能申请或预约。',
    en: 'Not published yet. It can be requested or booked once published.',
  },
  withdrawn: {
    zh: '已撤回，不再提供。',
    en: 'Withdrawn and no longer available.',
  },
  closed: {
    zh: '不对外提供。如有疑问，请联系提供方。',
    en: 'Not available to others. If you have a question, contact the institution.',
  },
  book: { zh: '可在线预约。', en: 'You can book it online.' },
  book_signed_in: { zh: '登录后可在线预约。', en: 'Sign in to book it online.' },
  qualify: {
    zh: '须先取得所需资格，才能预约。',
    en: 'You need a qualification before you can book it.',
  },
  out_of_use: {
    zh: '这台仪器待修、待报废或已停用，暂不接受预约。',
    en: 'It is awaiting repair or out of use and cannot be booked at present.',
  },
  order_only: {
    zh: '机时仅限指定范围的人员预约；您可以委托检测服务。',
    en: 'Instrument time is limited to certain users. You can order a service instead.',
  },
  not_for_you: {
    zh: '机时仅限指定范围的人员预约。如需使用，请联系提供方。',
    en: 'Instrument time is limited to certain users. Contact the institution if you need it.',
  },
  download: { zh: '可直接下载文件。', en: 'Files can be downloaded directly.' },
  accept_terms: {
    zh: '接受使用条款后即可下载文件。',
    en: 'Accept the terms of use to download the files.',
  },
  sign_in: { zh: '登录后即可下载文件。', en: 'Sign in to download the files.' },
  request_files: {
    zh: '文件需申请获取：加入篮子后提交申请，由提供方审核。',
    en: 'Files are available on request. Add the dataset to your basket and submit; the provider decides.',
  },
  renew_files: {
    zh: '您的访问权限已到期。请加入篮子，重新申请。',
    en: 'Your access has expired. Add the dataset to your basket to request it again.',
  },
  not_given: { zh: '文件暂不提供。', en: 'The files are not available at present.' },
  no_files: {
    zh: '尚无已发布的文件。如需数据，请联系提供方。',
    en: 'No files have been published yet. Contact the institution if you need the data.',
  },
  request_material: {
    zh: '可申请实物：选择数量，加入篮子后提交，由提供方审核。',
    en: 'Material is available on request. Choose a quantity, add it to your basket and submit; the provider decides.',
  },
  request_signed_in: {
    zh: '可申请：现在即可加入篮子，提交时需登录。',
    en: 'Available on request. Add it to your basket now; sign in to submit.',
  },
  none_available: {
    zh: '目前没有可供的数量。如需这份材料，请联系提供方。',
    en: 'Nothing is available at present. Contact the institution if you need the material.',
  },
  request_samples: {
    zh: '可申请样本：填写条件和数量，加入篮子后提交，由提供方审核。',
    en: 'Samples are available on request. Enter criteria and number, add them to your basket and submit; the provider decides.',
  },
}

type HourPrice = { hour: string; peak: string | undefined; audience: Text }

export const wayPageWords = {
  how: { zh: '如何获取', en: 'How to get it' },
  know: { zh: '申请须知', en: 'Before you request' },
  add: { zh: '加入篮子', en: 'Add to basket' },
  order: { zh: '委托服务', en: 'Order a service' },
  contact: { zh: '联系提供方', en: 'Contact the institution' },
  book: { zh: '预约', en: 'Book' },
  trainings: { zh: '查看培训', en: 'See trainings' },
  qualify: (kinds: readonly Text[]): Text => ({
    zh: `您还不能预约：须先取得${kinds.map(({ zh }) => zh).join('、')}，已过期的须续期。`,
    en: `You cannot book it yet. Get or renew your ${kinds.map(({ en }) => en).join(' and ')} first.`,
  }),
  atOnce: { zh: '提交后即生效，无须审批。', en: 'Bookings need no approval.' },
  approval: { zh: '预约须经审批。', en: 'Bookings need approval.' },
  aboutInstitution: { zh: '查看提供方', en: 'About the institution' },
  availability: { zh: '可供数量', en: 'Available quantity' },
  conditions: { zh: '使用条件', en: 'Terms of use' },
  answeredBy: { zh: '审核人', en: 'Decided by' },
  contactPerson: { zh: '联系人', en: 'Contact' },
  answerTime: { zh: '通常答复时间', en: 'Usual response time' },
  noFigures: { zh: '暂无统计', en: 'No figures yet' },
  days: (days: number): Text => ({
    zh: `约 ${days} 个工作日（中位数）`,
    en: `About ${days} working ${days === 1 ? 'day' : 'days'} (median)`,
  }),
  within: (days: number): Text => ({
    zh: `；承诺 ${days} 个工作日内答复`,
    en: `; responds within ${days} working ${days === 1 ? 'day' : 'days'}`,
  }),
  price: { zh: '费用', en: 'Price' },
  pricePer: (fen: number | undefined, unit: Text): Text =>
    fen === undefined
      ? { zh: `按${unit.zh}报价`, en: `quoted by ${unit.en}` }
      : { zh: `每${unit.zh} ${yuanText(fen)} 元`, en: `${yuanText(fen)} CNY per ${unit.en}` },
  setFees: { zh: '设定收费', en: 'Set price' },
  free: { zh: '免费。', en: 'Free of charge.' },
  freeUse: { zh: '没有收费标准，免费使用。', en: 'No rates set; use is free.' },
  feeSaid: (fee: string): Text => ({ zh: `收费：${fee}`, en: `Fees: ${fee}` }),
  perHour: ({ hour, peak, audience }: HourPrice): Text => ({
    zh: `每小时 ${hour} 元${peak ? `（高峰时段 ${peak} 元）` : ''}，${audience.zh}价`,
    en: `${hour} CNY per hour${peak ? ` (${peak} in peak hours)` : ''}, price for ${audience.en.toLowerCase()}`,
  }),
  document: (name: Text, sentence: Text): Text => ({
    zh: `${name.zh}：${sentence.zh}`,
    en: `${name.en}: ${sentence.en}`,
  }),
  blockedByLaw: ({ sentence, clause }: { sentence: Text; clause: Text }): Text => ({
    zh: `依法不能提供给您所在的单位：${sentence.zh}（${clause.zh}）`,
    en: `By law it cannot be provided to your institution: ${sentence.en} (${clause.en})`,
  }),
  paperKinds: {
    blocked: { zh: '依法不能提供', en: 'Not permitted by law' },
    permit: { zh: '需提交批准文件', en: 'Permit required' },
    condition: { zh: '法定条件', en: 'Legal condition' },
    agreement: { zh: '需接受协议', en: 'Agreement required' },
    consent: { zh: '需负责人同意', en: 'Supervisor’s consent required' },
  },
  noPapers: {
    zh: '不需要批准文件、协议或负责人同意。',
    en: 'No permit, agreement or supervisor’s consent required.',
  },
  papers: { zh: '所需手续', en: 'Requirements' },
  consent: {
    zh: '提交后需课题组负责人同意。',
    en: 'A supervisor must consent after you submit.',
  },
  noSteward: (mailbox: string | null): Text => ({
    zh: `该提供方目前没有审核人，您的申请将转到单位邮箱${mailbox ? `（${mailbox}）` : ''}，答复可能较慢。`,
    en: `This provider currently has no steward. Your request goes to the institution’s email address${mailbox ? ` (${mailbox})` : ''} and the response may take longer.`,
  }),
  askService: { zh: '申请检测服务', en: 'Request a service' },
  service: { zh: '服务项目', en: 'Service' },
} as const
