import type { Text, Words } from '../../core/text.ts'

export const providerWords = {
  settings: { zh: '申请处理设置', en: 'Request settings' },
  lead: {
    zh: '本单位或样本集如何处理申请。样本集另有设置时，其中的资源由其管理员处理。',
    en: 'How an institution or one of its collections handles requests. A collection with its own settings handles requests for its own resources.',
  },
  provider: { zh: '提供方', en: 'Provider' },
  show: { zh: '查看', en: 'Show' },
  saved: { zh: '设置已保存。', en: 'Settings saved.' },
  save: { zh: '保存', en: 'Save' },
  isDefault: {
    zh: '尚未单独设置，以下为当前适用的设置。保存后成为自己的设置。',
    en: 'No settings of its own yet. The current settings below apply; saving creates its own.',
  },
  answerDays: { zh: '答复期限', en: 'Response time' },
  answerDaysHint: {
    zh: '按工作日计；申请人提交之前可以看到。',
    en: 'In working days. Shown to requesters before they submit.',
  },
  answerDaysOf: (kind: Text): Text => ({
    zh: `答复期限（${kind.zh}）`,
    en: `Response time (${kind.en.toLowerCase()})`,
  }),
  answerDaysOfHint: {
    zh: '按工作日计；留空则按上述期限。',
    en: 'In working days. Leave empty to use the response time above.',
  },
  quorum: { zh: '批准所需评审数', en: 'Reviews required for approval' },
  quorumHint: { zh: '0 表示不需要评审。', en: '0 if no review is required.' },
  needsConsent: { zh: '须负责人同意', en: 'Supervisor’s consent required' },
  needsConsentHint: {
    zh: '由申请人课题组的负责人通过邮件中的链接答复，或预先授权。',
    en: 'A PI of the requester’s lab responds through an email link or preauthorises the member.',
  },
  appealDays: { zh: '复议期限', en: 'Appeal period' },
  appealDaysHint: { zh: '自答复之日起的天数。', en: 'Days from the decision.' },
  reportMonths: { zh: '利用反馈期限', en: 'Use report due after' },
  reportMonthsHint: {
    zh: '收到后的月数；留空表示不要求反馈。',
    en: 'Months after receipt. Leave empty if no report is required.',
  },
  mailbox: { zh: '单位邮箱', en: 'Institution’s email address' },
  mailboxHint: {
    zh: '没有审核人时，申请转到此邮箱。',
    en: 'Receives requests when there is no steward.',
  },
  noCollection: { zh: '该样本集不存在。', en: 'This collection does not exist.' },
  notYours: {
    zh: '只有单位或样本集的资源管理员可以修改申请处理设置。',
    en: 'Only curators of the institution or collection can edit these settings.',
  },
  stale: {
    zh: '您打开之后，设置已被他人修改。请重新核对后再保存。',
    en: 'The settings were changed by someone else after you opened them. Review them before you save.',
  },
  nothing: {
    zh: '您没有管理的单位或样本集。',
    en: 'You do not manage any institution or collection.',
  },
  collectionOf: (name: string): Text => ({ zh: `样本集：${name}`, en: `Collection: ${name}` }),
} satisfies Words
