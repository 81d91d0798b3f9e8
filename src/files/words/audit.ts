import type { AuditNames } from '../../audit/model.ts'

export const fileAudit = {
  entities: {
    image: { zh: '图片', en: 'Picture' },
  },
  actions: {
    'document.add': { on: 'record', zh: '添加文件', en: 'Document added' },
    'document.remove': { on: 'record', zh: '移除文件', en: 'Document removed' },
    'image.add': { on: 'record', zh: '添加图片', en: 'Picture added' },
    'image.edit': { on: 'record', zh: '修改图片', en: 'Picture changed' },
    'image.remove': { on: 'record', zh: '删除图片', en: 'Picture deleted' },
    'image.derive': { on: 'image', zh: '生成图片尺寸', en: 'Picture sizes created' },
  },
} as const satisfies AuditNames
