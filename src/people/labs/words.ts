import type { Words } from '../../core/text.ts'

export const labWords = {
  labs: { zh: '课题组', en: 'Labs' },
  labsLead: {
    zh: '各单位的课题组、负责人与成员。',
    en: 'Labs of institutions, with their PIs and members.',
  },
  find: { zh: '查找课题组', en: 'Find labs' },
  findHint: {
    zh: '输入课题组或单位名称的一部分，下面的列表随之缩小。',
    en: 'Type part of the name of the lab or its institution to narrow the list below.',
  },
  search: { zh: '查找', en: 'Search' },
  found: { zh: '找到的课题组：', en: 'Labs found: ' },
  edit: { zh: '基本信息', en: 'Details' },
  add: { zh: '新增课题组', en: 'Add lab' },
  none: { zh: '还没有课题组。', en: 'No labs yet.' },
  leaders: { zh: '负责人', en: 'PI' },
  closedHint: { zh: '停用的课题组不再出现在列表中。', en: 'Closed labs are not listed.' },
} satisfies Words
