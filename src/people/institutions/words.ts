import type { Words } from '../../core/text.ts'

/** Institutions, their people and labs: the public pages and the administrators' ones. */
export const institutionWords = {
  records: { zh: '资源', en: 'Records' },
  institutions: { zh: '单位', en: 'Institutions' },
  institutionsLead: {
    zh: '资源的所有者和管理者：科研院所、高校、医院、企业与种质库。',
    en: 'Who owns and keeps the resources: institutes, universities, hospitals, companies and genebanks.',
  },
  none: { zh: '没有符合的单位。', en: 'No such institution.' },
  noneHint: { zh: '请换个词，或查看全部单位。', en: 'Try another word, or see them all.' },
  find: { zh: '查找单位', en: 'Find an institution' },
  name: { zh: '名称', en: 'Name' },
  approvesMembersHint: {
    zh: '关闭时，任何人申请后立即成为成员，可查看仅本单位可见的资源。',
    en: 'When off, anybody who asks belongs at once, and sees what is for this institution alone.',
  },
  isSo: { zh: '是', en: 'Yes' },
  countryHint: {
    zh: 'ISO 3166-1 两位字母代码，例如 CN；港、澳、台为 HK、MO、TW',
    en: 'Two letters of ISO 3166-1, as CN',
  },
  foreignControlledHint: {
    zh: '境外组织或个人设立或者实际控制的机构，即使在境内，法律也另有要求。',
    en: 'The law asks more of what bodies or persons from abroad set up or control, in China too.',
  },
  closed: { zh: '已停用', en: 'Closed' },
  closedHint: {
    zh: '停用的单位不再出现在列表中，其资源记录保留。',
    en: 'A closed institution is in no list; its records stay.',
  },
  labs: { zh: '课题组', en: 'Labs' },
  noLabs: { zh: '还没有课题组。', en: 'There are no labs yet.' },
  leaders: { zh: '负责人', en: 'PI' },
  facts: { zh: '基本信息', en: 'Facts' },
  join: { zh: '申请加入', en: 'Ask to join' },
  add: { zh: '新增单位', en: 'Add an institution' },
  added: { zh: '已新增。', en: 'Added.' },
  people: { zh: '成员', en: 'People' },
} satisfies Words
