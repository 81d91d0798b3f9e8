import type { Text, Words } from '../../../core/text.ts'

export const agreementWords = {
  agreements: { zh: '协议', en: 'Agreements' },
  lead: {
    zh: '申请资源时需要接受的条款。每次公布的文本都会保留，已接受的文本不会改变。',
    en: 'Terms to accept when asking for resources. Every published text is kept, and what was accepted does not change.',
  },
  none: { zh: '还没有协议', en: 'There are no agreements yet' },
  noneText: {
    zh: '单位的资源管理员公布协议后，会列在这里。',
    en: 'Agreements that curators publish appear here.',
  },
  add: { zh: '新建协议', en: 'Add an agreement' },
  addLead: {
    zh: '先保存为草稿，预览无误后再公布。',
    en: 'It is saved as a draft first: look at the preview, then publish it.',
  },
  added: {
    zh: '协议已保存为草稿，核对后公布',
    en: 'The agreement is saved as a draft: check it, then publish it',
  },
  edit: { zh: '修改设置', en: 'Edit settings' },
  editOf: (title: Text): Text => ({ zh: `修改：${title.zh}`, en: `Edit: ${title.en}` }),
  kind: { zh: '类别', en: 'Kind' },
  title: { zh: '名称', en: 'Title' },
  institution: { zh: '单位', en: 'Institution' },
  institutionHint: {
    zh: '留空表示适用于整个平台，只有系统管理员可以这样做。',
    en: 'Left blank, it is of the whole catalogue: only administrators may do that.',
  },
  collection: { zh: '只用于一个生物样本库', en: 'For one collection only' },
  everywhere: { zh: '整个平台', en: 'The whole catalogue' },
  isDefault: { zh: '默认需要接受', en: 'Asked by default' },
  isDefaultHint: {
    zh: '符合下列范围的申请都需要接受；否则由审核人在审批时添加。',
    en: 'Every request within the scope below has to accept it; otherwise whoever decides may add it.',
  },
  recordKinds: { zh: '适用的资源类别', en: 'Kinds of resource' },
  deliveries: { zh: '适用的提供方式', en: 'Ways of delivery' },
  scopeHint: { zh: '不选表示全部。', en: 'None chosen means all.' },
  all: { zh: '全部', en: 'All' },
  body: { zh: '条款', en: 'Text' },
  bodyHint: {
    zh: '可用“# 标题”“1. 条款”“- 列表”，段落之间空一行；双大括号中的名称会换成申请的内容。',
    en: 'Use “# heading”, “1. clause”, “- list”, with a blank line between paragraphs. Names in double braces are filled in.',
  },
  version: { zh: '版本', en: 'Version' },
  versionOf: (number: number): Text => ({ zh: `第 ${number} 版`, en: `Version ${number}` }),
  versions: { zh: '各版文本', en: 'Versions of the text' },
  noVersions: { zh: '还没有公布的文本', en: 'No text is published yet' },
  published: { zh: '公布时间', en: 'Published' },
  publishedBy: { zh: '公布人', en: 'Published by' },
  hash: { zh: '文本的 SHA-256', en: 'SHA-256 of the text' },
  text: { zh: '条款全文', en: 'The whole text' },
  notPublished: {
    zh: '这份协议还没有公布的文本，目前不会要求任何人接受。',
    en: 'No text of this agreement is published: nobody is asked to accept it yet.',
  },
  draft: { zh: '草稿', en: 'Draft' },
  draftOf: (number: number): Text => ({
    zh: `第 ${number} 版（草稿）`,
    en: `Version ${number} (draft)`,
  }),
  openDraft: { zh: '编辑草稿', en: 'Edit the draft' },
  newDraft: { zh: '起草新一版', en: 'Draft a new version' },
  drafted: { zh: '新一版的草稿已建立', en: 'A draft of the next version is ready' },
  preview: { zh: '预览', en: 'Preview' },
  previewText: {
    zh: '用示例申请填写，只显示已保存的内容。',
    en: 'As saved, filled in with a sample request.',
  },
  variables: { zh: '可用的名称', en: 'Names to use' },
  variablesText: {
    zh: '写在双大括号里，接受条款时换成该申请的内容。',
    en: 'Write them in double braces: each request fills them in.',
  },
  name: { zh: '名称', en: 'Name' },
  standsFor: { zh: '代表', en: 'Stands for' },
  sample: { zh: '示例', en: 'Sample' },
  publish: { zh: '公布这一版', en: 'Publish this version' },
  publishAbout: {
    zh: '公布后文本不能再修改，以后的申请使用这一版；已接受旧版的申请不受影响。',
    en: 'A published text never changes. Later requests get it; those that accepted an earlier one keep that.',
  },
  publishedNow: { zh: '这一版已公布', en: 'This version is published' },
  archive: { zh: '停用', en: 'Archive' },
  archiveAbout: {
    zh: '停用后不再要求新的申请接受，已接受的仍然有效。停用后不能恢复，需要时请另建一份。',
    en: 'New requests are no longer asked to accept it; what was accepted stays. It cannot be undone: add another if need be.',
  },
  archived: { zh: '协议已停用', en: 'The agreement is archived' },
  missingHalf: {
    zh: '还没有这种语言的文本，暂以另一种语言为准。',
    en: 'There is no text in this language yet.',
  },
  quantityOf: (name: Text, quantity: Text): Text => ({
    zh: `${name.zh}：${quantity.zh}`,
    en: `${name.en}: ${quantity.en}`,
  }),
} satisfies Words

export const agreementRefusals = {
  none: {
    zh: '没有这份协议，请从列表中选择。',
    en: 'There is no such agreement: choose one of the list.',
  },
  noText: {
    zh: '这份协议没有这一版文本。',
    en: 'There is no such version of this agreement.',
  },
  notYours: {
    zh: '只有该单位或生物样本库的资源管理员可以修改这份协议；平台协议由系统管理员修改。',
    en: 'Only curators of its institution or collection change an agreement; administrators those of the catalogue.',
  },
  noCollection: {
    zh: '这个单位没有这个生物样本库，请从列表中选择。',
    en: 'The institution has no such collection: choose one of the list.',
  },
  archived: {
    zh: '协议已停用，不能再修改。',
    en: 'The agreement is archived and does not change any more.',
  },
  isDraft: {
    zh: '已有一份未公布的草稿，请先公布或继续修改它。',
    en: 'There is a draft already: publish it or go on with it.',
  },
  isPublished: {
    zh: '已公布的文本不能修改，请起草新一版。',
    en: 'A published text does not change: draft a new version.',
  },
  bothNeeded: {
    zh: '公布前请填写这种语言的条款：申请人会看到中英文两种文本。',
    en: 'Write this language before publishing: whoever accepts sees both.',
  },
  stale: {
    zh: '您打开之后，这份协议已被他人修改。请重新打开，再保存您的修改。',
    en: 'The agreement was changed since you opened it. Open it again, then save your change.',
  },
  changed: {
    zh: '您阅读之后，协议的内容有变化（例如日期、数量或期限），尚未接受。请重新阅读后再决定。',
    en: 'What you were shown has changed since, such as the day, a quantity or an end: it is not accepted. Read it again, then decide.',
  },
  acceptedAlready: { zh: '您已接受过这份协议。', en: 'You have accepted this agreement already.' },
  unknownName: (name: string): Text => ({
    zh:
      name === ''
        ? '双大括号里没有名称，请填写或删除。'
        : `没有名为“${name.slice(0, 40)}”的内容，请从“可用的名称”中选择。`,
    en:
      name === ''
        ? 'Double braces are empty: name something or remove them.'
        : `Nothing is called “${name.slice(0, 40)}”: choose one of the names below.`,
  }),
  strayBraces: (line: number): Text => ({
    zh: `第 ${line} 行的双大括号不成对，应写作 {{date}} 这样。`,
    en: `Line ${line} has double braces that do not pair: write them as {{date}}.`,
  }),
} satisfies Words

export const agreementKindNames = {
  mta: { zh: '材料转移协议', en: 'Material transfer agreement' },
  smta: { zh: '标准材料转移协议（SMTA）', en: 'Standard material transfer agreement (SMTA)' },
  dua: { zh: '数据使用协议', en: 'Data use agreement' },
  instrument: { zh: '仪器使用协议', en: 'Instrument user agreement' },
  other: { zh: '其他条款', en: 'Other terms' },
} as const satisfies Words

export const deliveryNames = {
  download: { zh: '在线获取', en: 'Download' },
  shipment: { zh: '寄送或自取', en: 'Shipment or pick-up' },
  order: { zh: '委托服务', en: 'Service order' },
} as const satisfies Words

export const agreementStates = {
  draft: { tone: 'calm', text: { zh: '未公布', en: 'Not published' } },
  published: { tone: 'good', text: { zh: '已公布', en: 'Published' } },
  archived: { tone: 'calm', text: { zh: '已停用', en: 'Archived' } },
} as const

/** What the audit calls fields that no form asks for. */
export const agreementFieldNames = {
  number: agreementWords.version,
  sha256: agreementWords.hash,
} satisfies Words
