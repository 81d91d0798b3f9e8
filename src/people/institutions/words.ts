import type { Words } from '../../core/text.ts'

/** Institutions, their people and labs: the public pages and the administrators' ones. */
export const institutionWords = {
  records: { zh: '资源', en: 'Records' },
  noRecords: {
    zh: '该单位还没有公开的资源。',
    en: 'This institution has no public resources yet.',
  },
  seeRecords: { zh: '查看该单位的资源', en: 'View its resources' },
  seeOthers: { zh: '查看其他单位', en: 'View other institutions' },
  institutions: { zh: '单位', en: 'Institutions' },
  institutionsLead: {
    zh: '资源的所有者和管理者：科研院所、高校、医院、企业与种质库。',
    en: 'Owners and managers of resources: institutes, universities, hospitals, companies and genebanks.',
  },
  none: { zh: '没有符合条件的单位。', en: 'No matching institutions.' },
  noneHint: { zh: '请更换关键词，或查看全部单位。', en: 'Try another search term, or show all.' },
  find: { zh: '查找单位', en: 'Find institutions' },
  name: { zh: '名称', en: 'Name' },
  approvesMembersHint: {
    zh: '关闭时，任何人申请后立即成为成员，并可查看仅本单位可见的资源。',
    en: 'When off, anyone who asks becomes a member at once and can see resources visible to this institution only.',
  },
  isSo: { zh: '是', en: 'Yes' },
  countryHint: {
    zh: 'ISO 3166-1 两位字母代码，例如 CN；港、澳、台为 HK、MO、TW',
    en: 'ISO 3166-1 two-letter code, such as CN; HK, MO or TW for Hong Kong, Macao and Taiwan',
  },
  foreignControlledHint: {
    zh: '境外组织或个人设立或者实际控制的机构，即使位于境内，法律也另有要求。',
    en: 'Additional legal requirements apply to organisations set up or controlled from abroad, even if located in China.',
  },
  closed: { zh: '已停用', en: 'Closed' },
  closedHint: {
    zh: '停用的单位不再出现在列表中，其资源记录保留。',
    en: 'Closed institutions are not listed. Their records are kept.',
  },
  labs: { zh: '课题组', en: 'Labs' },
  noLabs: { zh: '还没有课题组。', en: 'No labs yet.' },
  leaders: { zh: '负责人', en: 'PI' },
  facts: { zh: '基本信息', en: 'Details' },
  join: { zh: '申请加入', en: 'Request to join' },
  add: { zh: '新增单位', en: 'Add institution' },
  added: { zh: '单位已新增。', en: 'Institution added.' },
  people: { zh: '成员', en: 'Members' },
} satisfies Words
