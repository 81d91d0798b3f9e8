import { yuanText } from '../../core/money.ts'
import type { Text } from '../../core/text.ts'
import type { WayCode } from './model.ts'

/** One sentence for each way. What a dataset's files are given by is said by the files themselves. */
export const wayWords: Readonly<Record<WayCode, Text>> = {
  draft: {
    zh: '尚未发布，发布后才能申请或预约。',
    en: 'It is not published yet: it can be asked for once it is.',
  },
  withdrawn: {
    zh: '已撤回，不再对外提供。',
    en: 'It is withdrawn and no longer given out.',
  },
  closed: {
    zh: '不对外提供。如有疑问，请与提供单位联系。',
    en: 'It is not shared. Contact the institution if you have a question.',
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
    zh: '机时仅限规定范围内的人员预约；您可以委托检测服务。',
    en: 'You cannot book its time yourself, but you can order a service.',
  },
  not_for_you: {
    zh: '机时仅限规定范围内的人员预约。如需使用，请与提供单位联系。',
    en: 'You cannot book its time yourself. Contact the institution if you need it.',
  },
  download: { zh: '可直接下载文件。', en: 'Download the files.' },
  accept_terms: {
    zh: '接受使用条款后即可下载文件。',
    en: 'Accept the terms of use to download the files.',
  },
  sign_in: { zh: '登录后即可下载文件。', en: 'Sign in to download the files.' },
  request_files: {
    zh: '文件需申请获取：加入篮子后提交，由提供单位审核。',
    en: 'The files are given on request: put it into your basket and ask; the provider decides.',
  },
  renew_files: {
    zh: '您的获取授权已到期：加入篮子，重新申请。',
    en: 'Your access has ended: put it into your basket and ask again.',
  },
  not_given: { zh: '文件暂不对外提供。', en: 'The files are not given out now.' },
  no_files: {
    zh: '还没有已发布的文件。如需数据，请与提供单位联系。',
    en: 'No files are published yet. Write to the institution if you need the data.',
  },
  request_material: {
    zh: '可申请实物：选好数量加入篮子后提交，由提供单位审核。',
    en: 'Material is given on request: put a quantity into your basket and ask; the provider decides.',
  },
  request_signed_in: {
    zh: '可申请：现在就可加入篮子，提交时需登录。',
    en: 'Given on request to people who sign in: put it into your basket now, and sign in to ask.',
  },
  none_available: {
    zh: '目前没有可供的数量。如需这份材料，请与提供单位联系。',
    en: 'Nothing can be supplied at present. Write to the institution if you need the material.',
  },
  request_samples: {
    zh: '可申请样本：写明条件和数量，加入篮子后提交，由提供单位审核。',
    en: 'Samples are given on request: say which and how many, and ask; the provider decides.',
  },
}

type HourPrice = { hour: string; peak: string | undefined; audience: Text }

export const wayPageWords = {
  how: { zh: '如何获取', en: 'How to get it' },
  know: { zh: '获取须知', en: 'Good to know' },
  add: { zh: '加入篮子', en: 'Add to basket' },
  order: { zh: '委托服务', en: 'Order a service' },
  contact: { zh: '联系提供单位', en: 'Contact the institution' },
  book: { zh: '预约', en: 'Book' },
  trainings: { zh: '查看培训', en: 'See trainings' },
  qualify: (kinds: readonly Text[]): Text => ({
    zh: `您还不能预约：须先取得${kinds.map(({ zh }) => zh).join('、')}，已过期的须续期。`,
    en: `You cannot book it yet. Get or renew your ${kinds.map(({ en }) => en).join(' and ')} first.`,
  }),
  atOnce: { zh: '提交后即生效，无须审批。', en: 'Bookings need no approval.' },
  approval: { zh: '预约须经审批。', en: 'Bookings need approval.' },
  aboutInstitution: { zh: '查看提供单位', en: 'About the institution' },
  availability: { zh: '可供数量', en: 'Availability' },
  conditions: { zh: '使用条件', en: 'Conditions' },
  answeredBy: { zh: '由谁审核', en: 'Who decides' },
  contactPerson: { zh: '联系人', en: 'Contact' },
  answerTime: { zh: '通常答复时间', en: 'Usual answering time' },
  noFigures: { zh: '暂无统计', en: 'No figures yet' },
  days: (days: number): Text => ({
    zh: `约 ${days} 个工作日（中位数）`,
    en: `About ${days} working ${days === 1 ? 'day' : 'days'} (median)`,
  }),
  within: (days: number): Text => ({
    zh: `；承诺 ${days} 个工作日内答复`,
    en: `; it means to answer within ${days} working ${days === 1 ? 'day' : 'days'}`,
  }),
  price: { zh: '费用', en: 'Price' },
  pricePer: (fen: number | undefined, unit: Text): Text =>
    fen === undefined
      ? { zh: `按${unit.zh}报价`, en: `quoted by ${unit.en}` }
      : { zh: `每${unit.zh} ${yuanText(fen)} 元`, en: `${yuanText(fen)} CNY per ${unit.en}` },
  setFees: { zh: '设定收费', en: 'Set its price' },
  free: { zh: '不收费。', en: 'Free of charge.' },
  freeUse: { zh: '没有收费标准，使用不收费。', en: 'No rates are set: its use is free.' },
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
    zh: `按您所在单位，依法不能提供：${sentence.zh}（${clause.zh}）`,
    en: `By law it cannot be given to your institution: ${sentence.en} (${clause.en})`,
  }),
  paperKinds: {
    blocked: { zh: '依法不能提供', en: 'Not allowed by law' },
    permit: { zh: '需提交批件', en: 'Permit' },
    condition: { zh: '法定条件', en: 'Condition by law' },
    agreement: { zh: '需接受协议', en: 'Agreement to accept' },
    consent: { zh: '需负责人同意', en: 'Consent' },
  },
  noPapers: { zh: '不需要批件、协议或导师同意。', en: 'No permit, agreement or consent.' },
  papers: { zh: '需要的手续', en: 'Also needed' },
  consent: {
    zh: '提交后需导师或项目负责人同意。',
    en: 'A supervisor has to agree after you ask.',
  },
  noSteward: (mailbox: string | null): Text => ({
    zh: `该提供单位目前没有在任的审核人：您的申请将转到单位信箱${mailbox ? `（${mailbox}）` : ''}，答复可能较慢。`,
    en: `This provider has no active steward: your request goes to the organisation’s mailbox${mailbox ? ` (${mailbox})` : ''}, and the answer may take longer.`,
  }),
  askService: { zh: '申请检测服务', en: 'Ask for a service' },
  service: { zh: '服务项目', en: 'Service' },
} as const
