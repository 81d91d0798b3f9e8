export const usageWords = {
  usage: { zh: '使用统计', en: 'Usage statistics' },
  views: { zh: '浏览次数', en: 'Views' },
  uniqueViews: { zh: '独立浏览', en: 'Unique views' },
  downloads: { zh: '下载次数', en: 'Downloads' },
  uniqueDownloads: { zh: '独立下载', en: 'Unique downloads' },
  month: { zh: '月份', en: 'Month' },
  byMonth: { zh: '按月', en: 'By month' },
  none: { zh: '还没有浏览或下载记录。', en: 'No views or downloads yet.' },
  method: {
    zh: '按 COUNTER 科学数据规范统计：不计爬虫，30 秒内的重复点击计一次，独立数按访问者每小时计一次；不保存网络地址。',
    en: 'Counted according to the COUNTER Code of Practice for Research Data: robots are excluded, double clicks within 30 seconds count once, and unique counts are per visitor and hour. Network addresses are not stored.',
  },
} as const
