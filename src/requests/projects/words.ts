import type { Text, Words } from '../../core/text.ts'

export const projectWords = {
  projects: { zh: '我的项目', en: 'My projects' },
  lead: {
    zh: '申请资源时要说明用途：在这里填写一次，以后每次申请直接选用。',
    en: 'Requests ask what you need things for: fill it in once, and choose it for each request.',
  },
  none: { zh: '还没有项目', en: 'There are no projects yet' },
  noneHint: {
    zh: '在下面填写一个，下次申请时就可以选用。',
    en: 'Add one below, and the next request offers it.',
  },
  add: { zh: '新增项目', en: 'Add a project' },
  added: (title: string): Text => ({ zh: `已新增“${title}”`, en: `“${title}” is added` }),
  edit: { zh: '编辑项目', en: 'Edit the project' },
  saved: { zh: '项目已保存', en: 'The project is saved' },
  title: { zh: '项目名称', en: 'Title' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: {
    zh: '用所申请的资源做什么、怎么做；提供单位据此决定',
    en: 'What you do with what you ask for, and how: providers decide by it',
  },
  intendedUse: { zh: '拟用途（DUO）', en: 'Intended use (DUO)' },
  awardNumber: { zh: '项目编号', en: 'Award number' },
  organisation: { zh: '承担单位', en: 'Institution' },
  organisationHint: { zh: '单位全称', en: 'As it is officially called' },
  lab: { zh: '课题组', en: 'Lab' },
  ethicsNumber: { zh: '伦理审批号', en: 'Ethics approval' },
  ethicsHint: {
    zh: '申请人类来源的样本和数据时需要',
    en: 'Needed for samples and data of people',
  },
  endsOn: { zh: '结束日期', en: 'Ends on' },
  isDefault: { zh: '默认项目', en: 'Default' },
  isDefaultHint: { zh: '新申请首先选用它', en: 'New requests begin with it' },
  remove: { zh: '删除', en: 'Delete' },
  removeOf: (title: string): Text => ({ zh: `删除“${title}”`, en: `Delete “${title}”` }),
  removeAbout: {
    zh: '以后不再供选用；已经提交的申请不变。',
    en: 'It is not offered any more. Requests that were sent stay as they are.',
  },
  removed: { zh: '项目已删除', en: 'The project is deleted' },
  noProject: { zh: '没有这个项目。', en: 'There is no such project.' },
  noTerm: { zh: '请从列表中选择拟用途。', en: 'Choose intended uses from the list.' },
  notYourLab: { zh: '请选择您所在的课题组。', en: 'Choose a lab that you belong to.' },
  tooMany: (most: number): Text => ({
    zh: `最多 ${most} 个项目，请先删除不再使用的。`,
    en: `There are ${most} projects at most: delete those that you do not use any more.`,
  }),
  stale: {
    zh: '项目已被修改，请刷新后重试。',
    en: 'The project was changed meanwhile: load it again.',
  },
} satisfies Words
