export const embargoWords = {
  embargo: { zh: '保护期', en: 'Embargo' },
  until: (day: string) => ({
    zh: `文件处于保护期，至 ${day} 当天结束后自动解除。`,
    en: `The files are under embargo. It ends by itself after ${day}.`,
  }),
  open: {
    zh: '文件处于保护期，没有定下日期，须手动解除。',
    en: 'The files are under embargo without a day: it is lifted by hand.',
  },
  none: { zh: '没有保护期。', en: 'There is no embargo.' },
  lift: { zh: '解除保护期', en: 'Lift the embargo' },
  liftAbout: {
    zh: '文件将立即按获取方式提供。如需恢复，请编辑数据集。',
    en: 'The files are given out at once, as the access says. To set it again, edit the dataset.',
  },
  lifted: { zh: '保护期已解除。', en: 'The embargo is lifted.' },
  isNone: { zh: '此数据集没有保护期。', en: 'This dataset is under no embargo.' },
} as const
