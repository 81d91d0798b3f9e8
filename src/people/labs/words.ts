import type { Words } from '../../core/text.ts'

export const labWords = {
  labs: { zh: '课题组', en: 'Labs' },
  labsLead: {
    zh: '单位里的课题组：名称、负责人与成员。',
    en: 'Groups inside institutions: names, PIs and members.',
  },
  add: { zh: '新增课题组', en: 'Add a lab' },
  none: { zh: '还没有课题组。', en: 'There are no labs yet.' },
  leaders: { zh: '负责人', en: 'PI' },
  members: { zh: '成员', en: 'Members' },
  noMembers: { zh: '还没有成员。', en: 'There are no members yet.' },
  addMember: { zh: '添加成员', en: 'Add a member' },
  memberHint: { zh: '对方须已有账户。', en: 'Somebody who has an account.' },
  remove: { zh: '移出', en: 'Take out' },
  removed: { zh: '已移出。', en: 'Taken out.' },
  memberAdded: { zh: '已添加。', en: 'Added.' },
  closedHint: { zh: '停用的课题组不再出现在列表中。', en: 'A closed lab is in no list.' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
  since: { zh: '加入于', en: 'Since' },
  action: { zh: '操作', en: 'Action' },
} satisfies Words
