import type { Text, Words } from '../../../core/text.ts'

/** What the home page says. */
export const homeWords = {
  title: {
    zh: '甘肃的科研资源，一处查找',
    en: 'Gansu’s research resources, found in one place',
  },
  lead: {
    zh: '高校、院所和医院开放共享的仪器、科学数据、种质与生物样本：是什么、在哪里、怎样获取。',
    en: 'Instruments, datasets, germplasm and samples that universities, institutes and hospitals share: what they are, where they are, how to get them.',
  },
  pictures: { zh: '最近上传图片的资源', en: 'Newest records with pictures' },
  newest: { zh: '最新发布', en: 'Newest' },
  all: { zh: '查看全部', en: 'See all' },
  emptyTitle: { zh: '目录里还没有公开的资源', en: 'The catalogue has nothing public yet' },
  emptyHint: {
    zh: '资源管理员登录后新增并发布的记录会出现在这里。',
    en: 'What curators add and publish appears here.',
  },
  add: { zh: '新增资源', en: 'Add a record' },
} satisfies Words

/** Searches that find something in the demo. */
export const demoExamples: readonly Text[] = [
  { zh: '苜蓿', en: 'alfalfa' },
  { zh: '同位素', en: 'isotope' },
  { zh: '祁连山', en: 'Qilian' },
  { zh: 'ZXM000123', en: 'ZXM000123' },
]

export const institutionRecordsWords = {
  records: { zh: '资源', en: 'Records' },
  seeRecords: { zh: '查看该单位的资源', en: 'See its records' },
} satisfies Words
