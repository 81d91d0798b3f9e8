export const landingWords = {
  cite: { zh: '引用本记录', en: 'Cite this record' },
  citeDataset: { zh: '引用本数据', en: 'Cite this dataset' },
  gbt: { zh: '国家标准格式（GB/T 35294）', en: 'National standard (GB/T 35294)' },
  plain: { zh: '国际通用格式（DataCite）', en: 'International (DataCite)' },
  own: { zh: '提供者建议的引用方式', en: 'As requested by the data providers' },
  download: { zh: '导入文献管理软件：', en: 'For reference managers: ' },
  gone: {
    zh: '这条记录已撤回，不再提供这种格式。',
    en: 'This record has been withdrawn and is no longer available in this format.',
  },
  noPart: { zh: '站点地图没有该部分。', en: 'The sitemap does not have this part.' },
} as const
