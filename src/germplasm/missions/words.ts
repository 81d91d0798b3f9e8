import type { Words } from '../../core/text.ts'

export const missionWords = {
  missions: { zh: '采集任务', en: 'Collecting missions' },
  lead: {
    zh: '每次考察登记为一项采集任务，采得的种质以任务编号（COLLMISSID）关联。',
    en: 'Each collecting trip is recorded as one mission. Accessions are linked to it by its code (COLLMISSID).',
  },
  none: { zh: '没有符合条件的采集任务。', en: 'No matching missions.' },
  find: { zh: '编号、名称或地点', en: 'Code, name or place' },
  add: { zh: '新增采集任务', en: 'Add mission' },
  added: { zh: '采集任务已登记。', en: 'Mission added.' },
  edit: { zh: '编辑', en: 'Edit' },
  noMission: { zh: '采集任务不存在。', en: 'This mission does not exist.' },
  noInstitution: { zh: '单位不存在。', en: 'This institution does not exist.' },
  keepersOnly: {
    zh: '只有该单位的资源管理员可以登记和修改其采集任务。',
    en: 'Only curators of the institution can add and edit its missions.',
  },
  codeTaken: { zh: '已有该编号的采集任务。', en: 'Another mission already has this code.' },
  stale: {
    zh: '您打开之后，采集任务已被他人修改。请重新打开后再保存。',
    en: 'This mission was changed by someone else after you opened it. Open it again, then save your changes.',
  },
  codeHint: {
    zh: '与种质护照中的采集任务编号（COLLMISSID）相同。',
    en: 'The same as COLLMISSID in passport data.',
  },
  dayHint: {
    zh: '可以不完整：2013、201305--、2013-05-20。',
    en: 'As precise as known: 2013, 201305--, 2013-05-20.',
  },
  badDay: {
    zh: '日期至少要有年份，例如 2013、201305--、2013-05-20。',
    en: 'Enter at least a year, for example 2013, 201305-- or 2013-05-20.',
  },
  permitsHint: {
    zh: '采集证、特许猎捕证等的编号。',
    en: 'Numbers of collecting permits.',
  },
  peopleHint: { zh: '公开显示。', en: 'Shown publicly.' },
  accessions: { zh: '采集的种质', en: 'Accessions collected' },
  noAccessions: {
    zh: '还没有关联此编号的公开种质。',
    en: 'No public accessions are linked to this mission yet.',
  },
  toAccessions: { zh: '查看采集的种质', en: 'View the accessions' },
  toInstitution: { zh: '查看登记单位', en: 'View the institution' },
  accession: { zh: '种质', en: 'Accession' },
  number: { zh: '种质编号', en: 'Accession number' },
  collectingNumber: { zh: '采集号', en: 'Collecting number' },
} satisfies Words
