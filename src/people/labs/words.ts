import type { Words } from '../../core/text.ts'

export const labWords = {
  labs: { zh: '课题组', en: 'Labs' },
  labsLead: {
    zh: '单位里的课题组：名称、负责人与成员。',
    en: 'Groups inside institutions: names, PIs and members.',
  },
  edit: { zh: '基本信息', en: 'About the lab' },
  add: { zh: '新增课题组', en: 'Add a lab' },
  none: { zh: '还没有课题组。', en: 'There are no labs yet.' },
  leaders: { zh: '负责人', en: 'PI' },
  closedHint: { zh: '停用的课题组不再出现在列表中。', en: 'A closed lab is in no list.' },
} satisfies Words
