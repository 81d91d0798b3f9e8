import type { Text, Words } from '../../core/text.ts'

export const kitWords = {
  kits: { zh: '采样套件', en: 'Kits' },
  kitsOf: (title: Text): Text => ({ zh: `${title.zh}的采样套件`, en: `Kits of ${title.en}` }),
  lead: {
    zh: '一起采集的管子属于一个套件；套件完成后不再加入新的样本。',
    en: 'Tubes that are collected together are a kit; nothing more is added to a finished one.',
  },
  none: { zh: '还没有采样套件。', en: 'There are no kits yet.' },
  add: { zh: '登记套件', en: 'Add a kit' },
  added: (code: string): Text => ({ zh: `套件 ${code} 已登记`, en: `Kit ${code} was added` }),
  codeHint: { zh: '在本样本集内不重复。', en: 'Unique in the collection.' },
  finish: { zh: '完成', en: 'Finish' },
  finishOf: (code: string): Text => ({ zh: `完成套件 ${code}`, en: `Finish ${code}` }),
  finishAbout: {
    zh: '完成后不能再把样本加入这个套件，不能恢复。',
    en: 'No sample is added to a finished kit any more, and this cannot be undone.',
  },
  finished: { zh: '套件已完成', en: 'The kit is finished' },
  finishedState: { zh: '已完成', en: 'Finished' },
  open: { zh: '采集中', en: 'Open' },
  samples: { zh: '样本', en: 'Samples' },
  noKit: { zh: '没有这个套件。', en: 'There is no such kit.' },
  isFinished: {
    zh: '这个套件已完成，不能再加入样本。',
    en: 'This kit is finished: no sample is added to it.',
  },
  codeTaken: {
    zh: '本样本集已有这个编号的套件，请换一个编号。',
    en: 'The collection already has a kit of this code: choose another.',
  },
} satisfies Words
