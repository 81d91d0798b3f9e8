import type { Words } from '../../core/text.ts'

export const missionWords = {
  missions: { zh: '采集任务', en: 'Collecting missions' },
  lead: {
    zh: '一次考察采集一处登记，采到的种质以任务编号（COLLMISSID）相连。',
    en: 'Each collecting mission is recorded once; accessions are linked to it by its code (COLLMISSID).',
  },
  none: { zh: '没有这样的采集任务。', en: 'No matching missions.' },
  find: { zh: '编号、名称或地点', en: 'Code, name or place' },
  add: { zh: '新增采集任务', en: 'Add a mission' },
  added: { zh: '采集任务已登记。', en: 'Mission added.' },
  edit: { zh: '编辑', en: 'Edit' },
  noMission: { zh: '没有这个采集任务。', en: 'No such mission.' },
  noInstitution: { zh: '没有这个单位。', en: 'No such institution.' },
  keepersOnly: {
    zh: '只有该单位的资源管理员可以登记和修改它的采集任务。',
    en: 'Only curators of the institution can add and edit its missions.',
  },
  codeTaken: { zh: '已有这个编号的采集任务。', en: 'Another mission already has this code.' },
  stale: {
    zh: '您打开之后，这个采集任务已被他人修改。请重新读取，再保存您的修改。',
    en: 'Somebody else changed this mission after you opened it. Reload it, then save your changes.',
  },
  codeHint: {
    zh: '与种质护照中的采集任务编号（COLLMISSID）相同。',
    en: 'As in COLLMISSID of the passports.',
  },
  dayHint: {
    zh: '知道多少写多少：2013、201305--、2013-05-20。',
    en: 'As precise as known: 2013, 201305--, 2013-05-20.',
  },
  badDay: {
    zh: '日期至少要有年份，例如 2013、201305--、2013-05-20。',
    en: 'A date needs at least a year: 2013, 201305-- or 2013-05-20.',
  },
  permitsHint: {
    zh: '采集证、特许猎捕证等的编号。',
    en: 'Numbers of collecting permits.',
  },
  peopleHint: { zh: '对所有人公开。', en: 'Visible to everyone.' },
  accessions: { zh: '采集的种质', en: 'Accessions collected' },
  noAccessions: {
    zh: '还没有以此编号相连的公开种质。',
    en: 'No public accessions are linked to this mission yet.',
  },
  accession: { zh: '种质', en: 'Accession' },
  number: { zh: '种质编号', en: 'Accession number' },
  collectingNumber: { zh: '采集号', en: 'Collecting number' },
} satisfies Words
