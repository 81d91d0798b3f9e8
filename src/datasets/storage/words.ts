import type { Text } from '../../core/text.ts'

type Limits = { used: Text; limit: Text; asked: Text }

export const storageWords = {
  storage: { zh: '数据存储', en: 'Data storage' },
  storageOf: (name: Text) => ({ zh: `${name.zh}：数据存储`, en: `Data storage: ${name.en}` }),
  lead: {
    zh: '科学数据文件占用的空间，包括已存储和正在上传的文件。',
    en: 'Storage used by dataset files, including uploads in progress.',
  },
  manage: { zh: '查看存储与上限', en: 'Storage and limits' },
  used: { zh: '已用', en: 'Used' },
  limit: { zh: '上限', en: 'Limit' },
  limitHint: {
    zh: '以 GB（10⁹ 字节）计；留空表示不限。上限低于已用空间时不删除文件，但不能再上传。',
    en: 'In GB (10⁹ bytes). Leave empty for no limit. If the limit is below the space used, files are kept but uploads are blocked.',
  },
  left: { zh: '剩余', en: 'Remaining' },
  noLimit: { zh: '不限', en: 'No limit' },
  usedOf: ({ used, limit, left }: { used: Text; limit: Text; left: Text }) => ({
    zh: `已用 ${used.zh}，上限 ${limit.zh}，剩余 ${left.zh}`,
    en: `${used.en} of ${limit.en} used, ${left.en} remaining`,
  }),
  usedFreely: (used: Text) => ({
    zh: `已用 ${used.zh}，不限总量`,
    en: `${used.en} used, no limit`,
  }),
  setLimit: { zh: '修改上限', en: 'Change limit' },
  saved: { zh: '已保存。', en: 'Saved.' },
  labs: { zh: '课题组', en: 'Labs' },
  labsLead: {
    zh: '由课题组汇交的数据计入该课题组，同时计入单位。',
    en: 'Data deposited through a lab counts towards the lab and the institution.',
  },
  lab: { zh: '课题组', en: 'Lab' },
  noLabs: { zh: '这个单位没有课题组', en: 'This institution has no labs' },
  overInstitution: (name: Text, { used, limit, asked }: Limits) => ({
    zh: `${name.zh}的存储空间不足：已用 ${used.zh}，上限 ${limit.zh}，此次需要 ${asked.zh}。请移除不需要的文件，或请管理员提高上限。`,
    en: `Not enough storage for ${name.en}: ${used.en} of ${limit.en} used, ${asked.en} needed. Remove files you no longer need, or ask an administrator to raise the limit.`,
  }),
  overLab: (name: Text, { used, limit, asked }: Limits) => ({
    zh: `课题组“${name.zh}”的存储空间不足：已用 ${used.zh}，上限 ${limit.zh}，此次需要 ${asked.zh}。请移除不需要的文件，或请单位的资源管理员提高上限。`,
    en: `Not enough storage for the lab “${name.en}”: ${used.en} of ${limit.en} used, ${asked.en} needed. Remove files you no longer need, or ask a curator of the institution to raise the limit.`,
  }),
} as const
