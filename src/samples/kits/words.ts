import type { Text, Words } from '../../core/text.ts'

export const kitWords = {
  kits: { zh: '采样套件', en: 'Kits' },
  kitsOf: (title: Text): Text => ({ zh: `${title.zh}的采样套件`, en: `Kits of ${title.en}` }),
  lead: {
    zh: '同时采集的管属于一个套件；套件完成后不能再加入样本。',
    en: 'Tubes collected together form a kit. No samples can be added once the kit is finished.',
  },
  none: { zh: '还没有采样套件。', en: 'No kits yet.' },
  add: { zh: '登记套件', en: 'Add kit' },
  added: (code: string): Text => ({ zh: `套件 ${code} 已登记`, en: `Kit ${code} added` }),
  codeHint: { zh: '在本样本集内唯一。', en: 'Unique in the collection.' },
  finish: { zh: '完成', en: 'Finish' },
  finishOf: (code: string): Text => ({ zh: `完成套件 ${code}`, en: `Finish ${code}` }),
  finishAbout: {
    zh: '完成后不能再加入样本，且不能恢复。',
    en: 'No samples can be added afterwards. This cannot be undone.',
  },
  finished: { zh: '套件已完成', en: 'Kit finished' },
  finishedState: { zh: '已完成', en: 'Finished' },
  open: { zh: '采集中', en: 'Open' },
  samples: { zh: '样本', en: 'Samples' },
  noKit: { zh: '该套件不存在。', en: 'This kit does not exist.' },
  isFinished: {
    zh: '套件已完成，不能再加入样本。',
    en: 'This kit is finished. No samples can be added.',
  },
  codeTaken: {
    zh: '本样本集已有该编号的套件，请更换编号。',
    en: 'The collection already has a kit with this code. Choose another.',
  },
} satisfies Words
