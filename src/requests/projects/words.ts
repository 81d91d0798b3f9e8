import type { Text, Words } from '../../core/text.ts'

export const projectWords = {
  projects: { zh: '我的项目', en: 'My projects' },
  lead: {
    zh: '申请资源时需要说明用途。在此填写一次，以后的申请可直接选用。',
    en: 'Requests need a purpose. Enter it once here and choose it for each request.',
  },
  none: { zh: '还没有项目', en: 'No projects yet' },
  noneHint: {
    zh: '在下面添加项目，下次申请时即可选用。',
    en: 'Add a project below to use it in your next request.',
  },
  add: { zh: '新增项目', en: 'Add a project' },
  added: (title: string): Text => ({ zh: `已新增“${title}”`, en: `“${title}” added` }),
  edit: { zh: '编辑项目', en: 'Edit project' },
  saved: { zh: '项目已保存', en: 'Project saved' },
  title: { zh: '项目名称', en: 'Title' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: {
    zh: '说明所申请资源的用途和使用方式；提供方据此审核',
    en: 'What you will use the resources for, and how. Providers decide on this basis',
  },
  intendedUse: { zh: '预期用途（DUO）', en: 'Intended use (DUO)' },
  awardNumber: { zh: '项目编号', en: 'Grant number' },
  organisation: { zh: '承担单位', en: 'Institution' },
  organisationHint: { zh: '单位全称', en: 'Full official name' },
  lab: { zh: '课题组', en: 'Lab' },
  ethicsNumber: { zh: '伦理审批号', en: 'Ethics approval number' },
  ethicsHint: {
    zh: '申请人类来源的样本和数据时需要',
    en: 'Required for human samples and data',
  },
  endsOn: { zh: '结束日期', en: 'Ends on' },
  isDefault: { zh: '设为默认项目', en: 'Default' },
  isDefaultHint: { zh: '新申请默认选用此项目', en: 'Preselected in new requests' },
  remove: { zh: '删除', en: 'Delete' },
  removeOf: (title: string): Text => ({ zh: `删除“${title}”`, en: `Delete “${title}”` }),
  removeAbout: {
    zh: '以后不能再选用；已提交的申请不受影响。',
    en: 'It can no longer be chosen. Submitted requests are not affected.',
  },
  removed: { zh: '项目已删除', en: 'Project deleted' },
  noProject: { zh: '该项目不存在。', en: 'This project does not exist.' },
  noTerm: { zh: '请从列表中选择预期用途。', en: 'Choose an intended use from the list.' },
  notYourLab: { zh: '请选择您所在的课题组。', en: 'Choose a lab you are a member of.' },
  tooMany: (most: number): Text => ({
    zh: `最多 ${most} 个项目，请先删除不再使用的。`,
    en: `You can have up to ${most} projects. Delete those you no longer need.`,
  }),
  stale: {
    zh: '内容已被他人修改，请刷新后重试。',
    en: 'The project was changed in the meantime. Reload and try again.',
  },
} satisfies Words
