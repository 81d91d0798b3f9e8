import type { Text, Words } from '../../core/text.ts'

export const certificateWords = {
  permits: { zh: '法规要求与批准文件', en: 'What the law asks, and permits' },
  goes: (country: string): Text => ({ zh: `去向：${country}`, en: `Goes to ${country}` }),
  missing: { zh: '还没有文件', en: 'Missing' },
  ended: { zh: '不在有效期内', en: 'Not valid today' },
  valid: { zh: '已有', en: 'There' },
  add: { zh: '添加批准文件', en: 'Add a permit' },
  need: { zh: '用于', en: 'For' },
  number: { zh: '文件编号', en: 'Number' },
  issuedOn: { zh: '签发日期', en: 'Issued on' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  validUntilHint: { zh: '长期有效请留空', en: 'Blank if it has no end' },
  file: { zh: '文件', en: 'File' },
  fileHint: (megabytes: number): Text => ({
    zh: `可不上传；最大 ${megabytes} MB。申请双方都可以下载。`,
    en: `Not needed; ${megabytes} MB at most. Both sides may download it.`,
  }),
  added: (number: string): Text => ({ zh: `已添加 ${number}`, en: `${number} is added` }),
  remove: { zh: '移除', en: 'Remove' },
  removeOf: (number: string): Text => ({ zh: `移除 ${number}`, en: `Remove ${number}` }),
  removeAbout: {
    zh: '移除后，这一项又缺这个文件。',
    en: 'The item then lacks it again.',
  },
  removed: (number: string): Text => ({ zh: `已移除 ${number}`, en: `${number} is removed` }),
  until: (from: string, to: string | null): Text => ({
    zh: to === null ? `${from} 签发` : `${from} 至 ${to}`,
    en: to === null ? `issued ${from}` : `${from} to ${to}`,
  }),
  inOrder: {
    zh: '有效期不能早于签发日期。',
    en: 'It is valid no earlier than it was issued.',
  },
  noNeed: {
    zh: '这条要求不需要文件，请选择需要文件的一条。',
    en: 'This rule needs no document: choose one that does.',
  },
  notYours: {
    zh: '只有申请人、成员和提供方可以添加或移除批准文件。',
    en: 'Requester, members and those who decide add and remove permits.',
  },
  notNow: {
    zh: '申请提交之后、结束之前才能添加或移除批准文件。',
    en: 'Permits are added and removed once a request is sent and until it has ended.',
  },
  tooMany: (most: number): Text => ({
    zh: `一份申请最多 ${most} 个批准文件，请先移除不再需要的。`,
    en: `A request has ${most} permits at most: remove one that is not needed.`,
  }),
  noPermit: {
    zh: '没有这个批准文件：它可能已被移除。',
    en: 'There is no such permit: it may have been removed.',
  },
  noFile: { zh: '这个批准文件没有上传文件。', en: 'No file was added to this permit.' },
  emptyFile: { zh: '这个文件是空的。', en: 'This file is empty.' },
} satisfies Words
