import { fieldsIn } from '../../core/field-list.ts'
import { coarsened } from '../rules/site.ts'
import { named } from './named.ts'

/** Common descriptors of the national platforms that plants, microbes and animals share. */
export const platformFields = named(
  fieldsIn('platform', {
    platformNumber: [
      'text',
      '平台资源号',
      'Platform number',
      { max: 100, search: 'A', ofOneThing: true },
    ],
    nationalNumber: [
      'text',
      '全国统一编号',
      'National number',
      { max: 100, search: 'A', ofOneThing: true },
    ],
    resourceNumber: [
      'text',
      '资源编号',
      'Resource number',
      { max: 100, search: 'A', ofOneThing: true },
    ],
    classificationCode: ['text', '资源归类编码', 'Classification code', { max: 100, search: 'D' }],
    holderName: ['text', '保存单位', 'Holding institution', { max: 300, search: 'C' }],
    holderNumber: [
      'text',
      '单位编号',
      'Holder’s number',
      { max: 100, search: 'A', ofOneThing: true },
    ],
    originPlace: [
      'text',
      '原产地',
      'Place of origin',
      { max: 300, search: 'C', publicly: coarsened.county },
    ],
    sourcePlace: ['text', '来源地', 'Obtained from', { max: 300, search: 'C' }],
    mainTraits: ['longtext', '主要特性', 'Main traits', { max: 1000, search: 'C' }],
    mainUses: ['longtext', '主要用途', 'Main uses', { max: 1000, search: 'C' }],
    specificUses: ['longtext', '具体用途', 'Specific uses', { max: 2000, search: 'D' }],
    recordUrl: ['url', '记录地址', 'Record URL'],
    pictureNote: ['text', '图像', 'Picture reference', { max: 500 }],
    shareMode: ['code', '共享方式', 'Sharing mode', { vocabulary: 'share_mode' }],
    acquisitionWay: ['code', '获取途径', 'How to obtain', { vocabulary: 'acquisition_way' }],
    physicalState: ['code', '实物状态', 'Material status', { vocabulary: 'physical_state' }],
    contactInfo: ['text', '联系方式', 'Contact', { max: 300 }],
  }),
)
