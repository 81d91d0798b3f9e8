export const embargoWords = {
  embargo: { zh: '保护期', en: 'Embargo' },
  until: (day: string) => ({
    zh: `文件处于保护期，${day} 之后自动解除。`,
    en: `The files are under embargo. The embargo ends automatically after ${day}.`,
  }),
  open: {
    zh: '文件处于保护期，未设结束日期，须手动解除。',
    en: 'The files are under embargo with no end date. The embargo must be lifted manually.',
  },
  none: { zh: '没有保护期。', en: 'No embargo.' },
  lift: { zh: '解除保护期', en: 'Lift embargo' },
  liftAbout: {
    zh: '文件将立即按获取方式提供。如需恢复保护期，请编辑数据集。',
    en: 'Files become available immediately according to the access setting. To set the embargo again, edit the dataset.',
  },
  lifted: { zh: '保护期已解除。', en: 'Embargo lifted.' },
  isNone: { zh: '此数据集没有保护期。', en: 'This dataset has no embargo.' },
} as const
