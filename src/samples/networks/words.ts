import type { Words } from '../../core/text.ts'

export const networkWords = {
  all: { zh: '样本库网络', en: 'Biobank networks' },
  network: { zh: '样本库网络', en: 'Biobank network' },
  lead: {
    zh: '样本库、样本集和研究资源在共同章程或规范下组成的网络。',
    en: 'Biobanks, collections and research resources that work under a common charter or rules.',
  },
  none: { zh: '没有符合条件的网络', en: 'No matching networks' },
  add: { zh: '新增网络', en: 'Add network' },
  added: { zh: '网络已建立，请添加成员', en: 'Network added. Add its members next' },
  edit: { zh: '编辑网络', en: 'Edit network' },
  missing: { zh: '该网络不存在。', en: 'This network does not exist.' },
  juristicPerson: { zh: '法人', en: 'Legal person' },
  juristicHint: {
    zh: '对网络负责的法人（MIABIS-NETWORK-05）。',
    en: 'The legal person responsible for the network (MIABIS-NETWORK-05).',
  },
  institution: { zh: '维护单位', en: 'Maintained by' },
  countries: { zh: '国家或地区', en: 'Countries or regions' },
  status: { zh: '状态', en: 'Status' },
  topics: { zh: '合作内容', en: 'Topics' },
  types: { zh: '网络类型', en: 'Types' },
  type: { zh: '网络类型', en: 'Type' },
  members: { zh: '成员', en: 'Members' },
  seeMembers: { zh: '查看成员', en: 'View members' },
  membersWay: {
    zh: '样本向网络的成员申请：选择样本库或样本集，在其页面提交申请。',
    en: 'Samples are requested from members: choose a biobank or collection and submit on its page.',
  },
  memberCount: { zh: '成员数', en: 'Members' },
  noMembers: { zh: '还没有成员。', en: 'No members yet.' },
  otherMembers: { zh: '其他成员', en: 'Other members' },
  otherHint: {
    zh: '不在本目录中的成员，每行一个。',
    en: 'Members not in this catalogue, one per line.',
  },
  member: { zh: '成员', en: 'Member' },
  kind: { zh: '类别', en: 'Kind' },
  addMember: { zh: '添加成员', en: 'Add members' },
  noMember: {
    zh: '该样本库、样本集或研究资源不存在，请重新查找。',
    en: 'This biobank, collection or research resource does not exist. Search again.',
  },
  memberTwice: { zh: '已是该网络的成员。', en: 'Already a member of this network.' },
  about: { zh: '网络介绍', en: 'About the network' },
} satisfies Words

export const memberKindNames = {
  biobank: { zh: '样本库', en: 'Biobank' },
  collection: { zh: '样本集', en: 'Collection' },
  research_resource: { zh: '研究资源', en: 'Research resource' },
} as const

export const statusNames = {
  active: { zh: '进行中', en: 'Active' },
  ended: { zh: '已结束', en: 'Ended' },
  other: { zh: '其他', en: 'Other' },
} as const
