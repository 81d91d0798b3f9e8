import type { AuditNames } from '../../audit/model.ts'

export const datasetAudit = {
  entities: {
    dataset_version: { zh: '数据集版本', en: 'Dataset version' },
  },
  actions: {
    'version.create': { on: 'dataset_version', zh: '新建版本', en: 'Version created' },
    'version.edit': { on: 'dataset_version', zh: '修改版本说明', en: 'Version changed' },
    'version.delete': { on: 'dataset_version', zh: '删除版本草稿', en: 'Draft version deleted' },
    'version.publish': { on: 'dataset_version', zh: '发布版本', en: 'Version published' },
    'version.seal': { on: 'dataset_version', zh: '封存版本', en: 'Version sealed' },
    'version.withdraw': { on: 'dataset_version', zh: '撤回版本', en: 'Version withdrawn' },
    'institution.limit_storage': {
      on: 'institution',
      zh: '修改单位的存储上限',
      en: 'Institution’s storage limit changed',
    },
    'lab.limit_storage': {
      on: 'lab',
      zh: '修改课题组的存储上限',
      en: 'Lab’s storage limit changed',
    },
    'upload.begin': { on: 'dataset_version', zh: '开始上传', en: 'Upload started' },
    'upload.cancel': { on: 'dataset_version', zh: '取消上传', en: 'Upload cancelled' },
    'file.add': { on: 'dataset_version', zh: '加入文件', en: 'File added' },
    'file.replace': { on: 'dataset_version', zh: '替换文件', en: 'File replaced' },
    'file.edit': { on: 'dataset_version', zh: '修改文件', en: 'File changed' },
    'file.damage': { on: 'record', zh: '发现文件损坏', en: 'File damage found' },
    'file.recover': { on: 'record', zh: '文件已恢复', en: 'File recovered' },
    'file.remove': { on: 'dataset_version', zh: '移除文件', en: 'Files removed' },
    'terms.accept': { on: 'dataset_version', zh: '接受使用条款', en: 'Terms accepted' },
    'access.grant': { on: 'record', zh: '授权获取文件', en: 'File access granted' },
    'access.revoke': { on: 'record', zh: '撤销文件授权', en: 'File access revoked' },
    'review_link.create': {
      on: 'dataset_version',
      zh: '新建评审链接',
      en: 'Reviewer link created',
    },
    'review_link.revoke': {
      on: 'dataset_version',
      zh: '撤销评审链接',
      en: 'Reviewer link revoked',
    },
  },
} as const satisfies AuditNames
