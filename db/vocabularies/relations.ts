import { terms, type VocabularyData } from './define.ts'

/**
 * A relation is read `from` <type> `to`. The same code has two labels: as the one side reads it,
 * and as the other side does.
 */
export const relations: readonly VocabularyData[] = [
  {
    name: 'relation_type',
    version: '1',
    title: { zh: '关联类型', en: 'Relations' },
    source: 'Hexi, with the names of DataCite where it has one',
    terms: terms([
      ['IsCollectedBy', '由其采集', 'Is collected by'],
      ['IsDerivedFrom', '来源于', 'Is derived from'],
      ['IsPartOf', '属于', 'Is part of'],
      ['IsNewVersionOf', '是其新版本', 'Is a new version of'],
      ['IsSupplementTo', '是其补充', 'Is a supplement to'],
      ['References', '引用', 'References'],
      ['Describes', '描述', 'Describes'],
      ['Requires', '需要', 'Requires'],
      ['IsIdenticalTo', '等同于', 'Is identical to'],
      ['IsOffspringOf', '亲本为', 'Is an offspring of'],
      ['IsSafetyDuplicateOf', '是其安全备份', 'Is a safety duplicate of'],
      ['IsRelatedTo', '相关', 'Is related to'],
      ['IsDuplicateOf', '与其重复', 'Is a duplicate of'],
      ['IsSelectedFrom', '选自', 'Is selected from'],
      ['IsIsolatedFrom', '分离自（寄主或基物）', 'Is isolated from (host or substrate)'],
      ['IsIntroducedFrom', '引自', 'Is introduced from'],
    ]),
  },
  {
    name: 'relation_type_inverse',
    version: '1',
    title: { zh: '关联类型（对方视角）', en: 'Relations, from the other side' },
    source: 'Hexi, with the names of DataCite where it has one',
    terms: terms([
      ['IsCollectedBy', '采集了', 'Collects'],
      ['IsDerivedFrom', '产生了', 'Is the source of'],
      ['IsPartOf', '包含', 'Has part'],
      ['IsNewVersionOf', '有新版本', 'Is a previous version of'],
      ['IsSupplementTo', '有补充材料', 'Is supplemented by'],
      ['References', '被引用于', 'Is referenced by'],
      ['Describes', '见描述', 'Is described by'],
      ['Requires', '被需要于', 'Is required by'],
      ['IsIdenticalTo', '等同于', 'Is identical to'],
      ['IsOffspringOf', '后代有', 'Is a parent of'],
      ['IsSafetyDuplicateOf', '安全备份在', 'Has a safety duplicate'],
      ['IsRelatedTo', '相关', 'Is related to'],
      ['IsDuplicateOf', '另有重复', 'Has a duplicate'],
      ['IsSelectedFrom', '选出', 'Gave the selection'],
      ['IsIsolatedFrom', '分离出', 'Is the host or substrate of'],
      ['IsIntroducedFrom', '引种为', 'Was introduced as'],
    ]),
  },
]
