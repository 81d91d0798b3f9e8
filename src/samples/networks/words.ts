import type { Words } from '../../core/text.ts'

export const networkWords = {
  all: { zh: '样本库网络', en: 'Networks of biobanks' },
  network: { zh: '样本库网络', en: 'Network' },
  lead: {
    zh: '样本库、样本集和研究资源在共同章程或规范下组成的网络。',
    en: 'Biobanks, collections and research resources that work under common rules.',
  },
  none: { zh: '没有符合条件的网络', en: 'No network matches' },
  add: { zh: '新增网络', en: 'Add a network' },
  added: { zh: '网络已建立，请添加成员', en: 'Network added; now add its members' },
  edit: { zh: '编辑网络', en: 'Edit the network' },
  missing: { zh: '没有这个网络。', en: 'There is no such network.' },
  juristicPerson: { zh: '法人', en: 'Juristic person' },
  juristicHint: {
    zh: '对网络负责的法人（MIABIS-NETWORK-05）。',
    en: 'Who answers for the network (MIABIS-NETWORK-05).',
  },
  institution: { zh: '维护单位', en: 'Kept by' },
  countries: { zh: '国家或地区', en: 'Countries or regions' },
  status: { zh: '状态', en: 'Status' },
  topics: { zh: '合作内容', en: 'Topics of collaboration' },
  types: { zh: '网络类型', en: 'Types' },
  type: { zh: '网络类型', en: 'Type' },
  members: { zh: '成员', en: 'Members' },
  memberCount: { zh: '成员数', en: 'Members' },
  noMembers: { zh: '还没有成员。', en: 'There are no members yet.' },
  otherMembers: { zh: '其他成员', en: 'Other members' },
  otherHint: {
    zh: '不在本目录中的成员名称，每行一个。',
    en: 'Names of members that are not in this catalogue, one a line.',
  },
  member: { zh: '成员', en: 'Member' },
  kind: { zh: '类别', en: 'Kind' },
  addMember: { zh: '添加成员', en: 'Add members' },
  noMember: {
    zh: '没有这个样本库、样本集或研究资源，请重新查找。',
    en: 'There is no such biobank, collection or research resource: search again.',
  },
  memberTwice: { zh: '它已是这个网络的成员。', en: 'It is a member already.' },
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
