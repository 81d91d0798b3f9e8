import { fieldsIn } from '../../core/field-list.ts'

/** NCDC: how the data came about and how good they are. */
export const makingFields = fieldsIn('making', {
  dataSource: [
    'longtext',
    '数据来源',
    'Data source',
    { search: 'D', standardNames: ['ds_source'] },
  ],
  processing: [
    'longtext',
    '加工方法',
    'Processing',
    { search: 'D', standardNames: ['ds_process_way'] },
  ],
  quality: ['longtext', '数据质量', 'Quality', { search: 'D', standardNames: ['ds_quality'] }],
  qualityLevel: [
    'text',
    '质量等级',
    'Quality level',
    { max: 60, standardNames: ['quality_level'] },
  ],
  totalSizeBytes: [
    'integer',
    '数据量（字节）',
    'Total size (bytes)',
    { from: 0, standardNames: ['ds_total_size'] },
  ],
  filesCount: [
    'integer',
    '文件数',
    'Number of files',
    { from: 0, standardNames: ['ds_files_count'] },
  ],
})

/** How it is shared, who serves it, and its grade by GB/T 43697-2024. */
export const sharingFields = fieldsIn('sharing', {
  shareType: [
    'code',
    '共享方式',
    'Sharing mode',
    { vocabulary: 'ncdc_share_type', standardNames: ['ds_share_type'] },
  ],
  protected: ['boolean', '处于保护期', 'Under embargo', { standardNames: ['protected'] }],
  protectedUntil: ['date', '保护期至', 'Embargo until', { standardNames: ['protected_to'] }],
  contactName: ['text', '服务联系人', 'Contact', { max: 100, standardNames: ['ds_serv_man'] }],
  contactPhone: ['text', '服务电话', 'Telephone', { max: 60, standardNames: ['ds_serv_phone'] }],
  contactEmail: ['email', '服务邮箱', 'Email', { standardNames: ['ds_serv_mail'] }],
  dataGrade: ['code', '数据分级', 'Data classification', { vocabulary: 'data_grade' }],
  gradeApprover: ['text', '分级审批人', 'Classification approved by', { max: 100, internal: true }],
  gradedOn: ['date', '分级审批日期', 'Classification approved on', { internal: true }],
  gradeBasis: ['longtext', '分级依据', 'Basis for classification', { max: 2000, internal: true }],
})

/** Added later: its column is the last one. */
export const humanFields = fieldsIn('sharing', {
  humanGenetic: ['boolean', '人类遗传资源信息', 'Human genetic information'],
})
