import type { Text, Words } from '../../../core/text.ts'

export const agreementWords = {
  agreements: { zh: '协议', en: 'Agreements' },
  lead: {
    zh: '申请资源时需要接受的条款。每次公布的文本都会保留，已接受的文本不会改变。',
    en: 'Terms that requesters accept. Every published version is kept, and accepted texts never change.',
  },
  none: { zh: '还没有协议', en: 'No agreements yet' },
  noneText: {
    zh: '单位的资源管理员公布协议后，会列在这里。',
    en: 'Agreements published by curators of institutions are listed here.',
  },
  add: { zh: '新建协议', en: 'New agreement' },
  addLead: {
    zh: '先保存为草稿，预览无误后再公布。',
    en: 'The agreement is saved as a draft. Check the preview before you publish it.',
  },
  added: {
    zh: '协议已保存为草稿，核对后公布',
    en: 'Agreement saved as a draft. Review it, then publish',
  },
  edit: { zh: '修改设置', en: 'Edit settings' },
  editOf: (title: Text): Text => ({ zh: `修改：${title.zh}`, en: `Edit: ${title.en}` }),
  kind: { zh: '类别', en: 'Kind' },
  title: { zh: '名称', en: 'Title' },
  institution: { zh: '单位', en: 'Institution' },
  institutionHint: {
    zh: '留空表示适用于整个平台，只有系统管理员可以这样做。',
    en: 'Leave empty to apply it to the whole platform. Administrators only.',
  },
  collection: { zh: '仅用于一个样本集', en: 'For one collection only' },
  everywhere: { zh: '整个平台', en: 'The whole platform' },
  isDefault: { zh: '默认需要接受', en: 'Required by default' },
  isDefaultHint: {
    zh: '符合下列范围的申请都需要接受；否则由审核人在审批时添加。',
    en: 'Every request within the scope below must accept it. Otherwise stewards can add it when they approve.',
  },
  recordKinds: { zh: '适用的资源类别', en: 'Kinds of resources' },
  deliveries: { zh: '适用的提供方式', en: 'Ways of delivery' },
  scopeHint: { zh: '不选表示全部。', en: 'Select none to include all.' },
  all: { zh: '全部', en: 'All' },
  body: { zh: '条款', en: 'Text' },
  bodyHint: {
    zh: '可用“# 标题”“1. 条款”“- 列表”，段落之间空一行；双大括号中的名称会替换为申请的内容。',
    en: 'Use “# heading”, “1. clause” and “- list”, with an empty line between paragraphs. Names in double braces are replaced with the request’s details.',
  },
  version: { zh: '版本', en: 'Version' },
  versionOf: (number: number): Text => ({ zh: `第 ${number} 版`, en: `Version ${number}` }),
  versions: { zh: '各版文本', en: 'Versions of the text' },
  noVersions: { zh: '还没有公布的文本', en: 'No published version yet' },
  published: { zh: '公布时间', en: 'Published' },
  publishedBy: { zh: '公布人', en: 'Published by' },
  hash: { zh: '文本的 SHA-256', en: 'SHA-256 of the text' },
  text: { zh: '条款全文', en: 'Full text' },
  notPublished: {
    zh: '这份协议还没有公布的文本，目前不会要求任何人接受。',
    en: 'This agreement has no published text, so nobody is asked to accept it yet.',
  },
  draft: { zh: '草稿', en: 'Draft' },
  draftOf: (number: number): Text => ({
    zh: `第 ${number} 版（草稿）`,
    en: `Version ${number} (draft)`,
  }),
  openDraft: { zh: '编辑草稿', en: 'Edit draft' },
  newDraft: { zh: '起草新一版', en: 'Draft a new version' },
  drafted: { zh: '新一版的草稿已建立', en: 'Draft of the next version created' },
  preview: { zh: '预览', en: 'Preview' },
  previewText: {
    zh: '以示例申请填写，只显示已保存的内容。',
    en: 'The saved text, filled in with a sample request.',
  },
  variables: { zh: '可用变量', en: 'Variables' },
  variablesText: {
    zh: '写在双大括号内，接受条款时替换为该申请的内容。',
    en: 'Write them in double braces. They are replaced with the details of each request.',
  },
  name: { zh: '名称', en: 'Variable' },
  standsFor: { zh: '代表', en: 'Replaced with' },
  sample: { zh: '示例', en: 'Example' },
  publish: { zh: '公布这一版', en: 'Publish this version' },
  publishAbout: {
    zh: '公布后文本不能再修改，以后的申请使用这一版；已接受旧版的申请不受影响。',
    en: 'Published texts cannot be changed. Later requests use this version; requests that accepted an earlier version are not affected.',
  },
  publishedNow: { zh: '这一版已公布', en: 'This version is published' },
  archive: { zh: '停用', en: 'Archive' },
  archiveAbout: {
    zh: '停用后不再要求新的申请接受，已接受的仍然有效。停用后不能恢复，需要时请另建一份。',
    en: 'New requests no longer need to accept it; existing acceptances remain valid. This cannot be undone. Create a new agreement if you need one again.',
  },
  archived: { zh: '协议已停用', en: 'Agreement archived' },
  missingHalf: {
    zh: '还没有这种语言的文本，暂以另一种语言为准。',
    en: 'No text in this language yet. The other language applies for now.',
  },
  quantityOf: (name: Text, quantity: Text): Text => ({
    zh: `${name.zh}：${quantity.zh}`,
    en: `${name.en}: ${quantity.en}`,
  }),
} satisfies Words

export const agreementRefusals = {
  none: {
    zh: '该协议不存在，请从列表中选择。',
    en: 'This agreement does not exist. Choose one from the list.',
  },
  noText: {
    zh: '这份协议没有这一版文本。',
    en: 'This version of the agreement does not exist.',
  },
  notYours: {
    zh: '只有该单位或样本集的资源管理员可以修改这份协议；平台协议由系统管理员修改。',
    en: 'Only curators of its institution or collection can edit this agreement. Platform-wide agreements are edited by administrators.',
  },
  noCollection: {
    zh: '该单位没有这个样本集，请从列表中选择。',
    en: 'The institution does not have this collection. Choose one from the list.',
  },
  archived: {
    zh: '协议已停用，不能再修改。',
    en: 'Archived agreements cannot be edited.',
  },
  isDraft: {
    zh: '已有一份未公布的草稿，请先公布或继续编辑。',
    en: 'There is already an unpublished draft. Publish it or continue editing it.',
  },
  isPublished: {
    zh: '已公布的文本不能修改，请起草新一版。',
    en: 'Published texts cannot be edited. Draft a new version.',
  },
  bothNeeded: {
    zh: '公布前请填写这种语言的条款：申请人会看到中英文两种文本。',
    en: 'Enter the text in this language before publishing. Requesters see both languages.',
  },
  stale: {
    zh: '您打开之后，这份协议已被他人修改。请重新打开后再保存。',
    en: 'This agreement was changed by someone else after you opened it. Open it again, then save your changes.',
  },
  changed: {
    zh: '您阅读之后，协议的内容有变化（例如日期、数量或期限），尚未接受。请重新阅读后再决定。',
    en: 'The agreement’s details (such as date, quantity or end date) changed after you read it, so it was not accepted. Read it again before you decide.',
  },
  acceptedAlready: { zh: '您已接受过这份协议。', en: 'You have already accepted this agreement.' },
  unknownName: (name: string): Text => ({
    zh:
      name === ''
        ? '双大括号里没有名称，请填写或删除。'
        : `没有名为“${name.slice(0, 40)}”的变量，请从“可用变量”中选择。`,
    en:
      name === ''
        ? 'The double braces are empty. Enter a variable or remove them.'
        : `There is no variable “${name.slice(0, 40)}”. Choose one from “Variables”.`,
  }),
  strayBraces: (line: number): Text => ({
    zh: `第 ${line} 行的双大括号不成对，应写作 {{date}} 这样。`,
    en: `Unmatched double braces in line ${line}. Write them as {{date}}.`,
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
