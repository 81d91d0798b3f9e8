import type { Text, Words } from '../../core/text.ts'

export const certificateWords = {
  permits: { zh: '法规要求与批准文件', en: 'Legal requirements and permits' },
  goes: ({ zh, en }: Text): Text => ({ zh: `去向：${zh}`, en: `Destination: ${en}` }),
  missing: { zh: '还没有文件', en: 'Missing' },
  ended: { zh: '不在有效期内', en: 'Not valid at present' },
  valid: { zh: '已提供', en: 'Provided' },
  add: { zh: '添加批准文件', en: 'Add a permit' },
  need: { zh: '用于', en: 'For' },
  number: { zh: '文件编号', en: 'Number' },
  issuedOn: { zh: '签发日期', en: 'Issued on' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  validUntilHint: { zh: '长期有效请留空', en: 'Leave empty if it does not expire' },
  file: { zh: '文件', en: 'File' },
  fileHint: (megabytes: number): Text => ({
    zh: `可不上传；最大 ${megabytes} MB。申请双方均可下载。`,
    en: `Optional, up to ${megabytes} MB. Both parties can download it.`,
  }),
  added: (number: string): Text => ({ zh: `已添加 ${number}`, en: `${number} added` }),
  remove: { zh: '移除', en: 'Remove' },
  removeOf: (number: string): Text => ({ zh: `移除 ${number}`, en: `Remove ${number}` }),
  removeAbout: {
    zh: '移除后，此项将缺少这份文件。',
    en: 'The item will lack this document after removal.',
  },
  removed: (number: string): Text => ({ zh: `已移除 ${number}`, en: `${number} removed` }),
  until: (from: string, to: string | null): Text => ({
    zh: to === null ? `${from} 签发` : `${from} 至 ${to}`,
    en: to === null ? `issued ${from}` : `${from} to ${to}`,
  }),
  inOrder: {
    zh: '有效期不能早于签发日期。',
    en: 'The expiry date cannot be before the date of issue.',
  },
  noNeed: {
    zh: '这条要求不需要文件，请选择需要文件的一条。',
    en: 'This requirement needs no document. Choose one that does.',
  },
  notYours: {
    zh: '只有申请人、成员和提供方可以添加或移除批准文件。',
    en: 'Only the requester, members and the provider can add or remove permits.',
  },
  notNow: {
    zh: '只有已提交且未结束的申请可以添加或移除批准文件。',
    en: 'Permits can be added or removed only after a request is submitted and before it ends.',
  },
  tooMany: (most: number): Text => ({
    zh: `一份申请最多 ${most} 个批准文件，请先移除不再需要的。`,
    en: `A request can have up to ${most} permits. Remove one that is no longer needed.`,
  }),
  noPermit: {
    zh: '该批准文件不存在，可能已被移除。',
    en: 'This permit does not exist; it may have been removed.',
  },
  noFile: { zh: '这个批准文件没有上传文件。', en: 'This permit has no file.' },
  emptyFile: { zh: '这个文件是空的。', en: 'The file is empty.' },
} satisfies Words
