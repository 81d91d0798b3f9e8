import type { Text, Words } from '../../core/text.ts'

export const providerWords = {
  settings: { zh: '申请处理设置', en: 'How requests are answered' },
  lead: {
    zh: '本单位或一个保藏库如何答复申请。保藏库有自己的设置时，由其管理员答复其中的资源。',
    en: 'How an institution, or one of its collections, answers requests. A collection with settings of its own answers for what is in it.',
  },
  provider: { zh: '提供方', en: 'Provider' },
  show: { zh: '查看', en: 'Show' },
  saved: { zh: '设置已保存。', en: 'The settings are saved.' },
  save: { zh: '保存', en: 'Save' },
  isDefault: {
    zh: '这里还没有自己的设置，以下是现在适用的。保存后成为自己的设置。',
    en: 'Nothing was chosen here: this is what holds now. Saving makes it its own.',
  },
  answerDays: { zh: '答复期限', en: 'Answers within' },
  answerDaysHint: {
    zh: '工作日，申请人在提交之前就能看到。',
    en: 'Working days; people see it before they ask.',
  },
  answerDaysOf: (kind: Text): Text => ({
    zh: `答复期限（${kind.zh}）`,
    en: `Answers about ${kind.en.toLowerCase()} within`,
  }),
  answerDaysOfHint: {
    zh: '工作日；留空时按上面的期限。',
    en: 'Working days; blank: as above.',
  },
  quorum: { zh: '批准所需评审数', en: 'Reviews before an approval' },
  quorumHint: { zh: '0 表示不需要评审。', en: '0: no review is needed.' },
  needsConsent: { zh: '须负责人同意', en: 'A supervisor has to consent' },
  needsConsentHint: {
    zh: '申请人课题组的负责人通过邮件中的链接答复，或预先授权。',
    en: 'A principal investigator of the requester’s lab answers by the link of a letter, or beforehand.',
  },
  appealDays: { zh: '复议期限', en: 'Appeals within' },
  appealDaysHint: { zh: '自答复之日起的天数。', en: 'Days from the answer.' },
  reportMonths: { zh: '利用反馈期限', en: 'Use report after' },
  reportMonthsHint: {
    zh: '收到后的月数；留空表示不要求反馈。',
    en: 'Months after receipt; blank: none is asked for.',
  },
  mailbox: { zh: '机构邮箱', en: 'Mailbox of the organisation' },
  mailboxHint: {
    zh: '没有在职管理员时，申请人写信到这里。',
    en: 'Where people write while nobody is there to decide.',
  },
  noCollection: { zh: '没有这个保藏库。', en: 'There is no such collection.' },
  notYours: {
    zh: '只有单位或保藏库的资源管理员可以更改申请处理设置。',
    en: 'Only curators of the institution or the collection change how requests are answered.',
  },
  stale: {
    zh: '您打开之后，设置已被他人修改。请重新查看再保存。',
    en: 'The settings were changed since you opened them. Look at them again, then save.',
  },
  nothing: {
    zh: '您没有管理的单位或保藏库。',
    en: 'You keep no institution and no collection.',
  },
  collectionOf: (name: string): Text => ({ zh: `保藏库：${name}`, en: `Collection: ${name}` }),
} satisfies Words
