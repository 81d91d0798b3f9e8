import type { Text } from '../../core/text.ts'

type Limits = { used: Text; limit: Text; asked: Text }

export const storageWords = {
  storage: { zh: '数据存储', en: 'Data storage' },
  storageOf: (name: Text) => ({ zh: `${name.zh}：数据存储`, en: `Data storage of ${name.en}` }),
  lead: {
    zh: '科学数据文件占用的空间：已存储的文件，加上正在上传的文件。',
    en: 'What files of datasets take up: those stored, and those on their way.',
  },
  manage: { zh: '查看存储与上限', en: 'Storage and limits' },
  used: { zh: '已用', en: 'Used' },
  limit: { zh: '上限', en: 'Limit' },
  limitHint: {
    zh: '以 GB（10⁹ 字节）计；留空则不限。低于已用的上限不删除文件，只是不能再上传。',
    en: 'In GB (10⁹ bytes); blank is no limit. One below what is used deletes nothing: there are no more uploads.',
  },
  left: { zh: '剩余', en: 'Left' },
  noLimit: { zh: '不限', en: 'No limit' },
  usedOf: ({ used, limit, left }: { used: Text; limit: Text; left: Text }) => ({
    zh: `已用 ${used.zh}，上限 ${limit.zh}，剩余 ${left.zh}`,
    en: `${used.en} used of ${limit.en}, ${left.en} left`,
  }),
  usedFreely: (used: Text) => ({
    zh: `已用 ${used.zh}，不限总量`,
    en: `${used.en} used, without a limit`,
  }),
  setLimit: { zh: '修改上限', en: 'Change the limit' },
  saved: { zh: '已保存。', en: 'Saved.' },
  labs: { zh: '课题组', en: 'Labs' },
  labsLead: {
    zh: '由课题组汇交的数据计入该课题组，同时计入单位。',
    en: 'Data that was deposited for a lab counts for it, and for the institution too.',
  },
  lab: { zh: '课题组', en: 'Lab' },
  noLabs: { zh: '这个单位没有课题组', en: 'The institution has no labs' },
  overInstitution: (name: Text, { used, limit, asked }: Limits) => ({
    zh: `${name.zh}的存储空间不足：已用 ${used.zh}，上限 ${limit.zh}，此次需要 ${asked.zh}。请移除不需要的文件，或请管理员提高上限。`,
    en: `${name.en} has not enough storage: ${used.en} of ${limit.en} are used, and this needs ${asked.en}. Remove files that are not needed, or ask an administrator for a higher limit.`,
  }),
  overLab: (name: Text, { used, limit, asked }: Limits) => ({
    zh: `课题组“${name.zh}”的存储空间不足：已用 ${used.zh}，上限 ${limit.zh}，此次需要 ${asked.zh}。请移除不需要的文件，或请单位的资源管理员提高上限。`,
    en: `The lab “${name.en}” has not enough storage: ${used.en} of ${limit.en} are used, and this needs ${asked.en}. Remove files that are not needed, or ask a curator of the institution for a higher limit.`,
  }),
} as const
