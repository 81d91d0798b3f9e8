import type { Text } from '../../../core/text.ts'
import type { FacetName } from '../model.ts'

/** What facets and their values are called, where no code list says it. */
export const facetWords = {
  withImage: { zh: '有图片', en: 'With pictures' },
  withoutImage: { zh: '无图片', en: 'Without pictures' },
  visibility: {
    draft: { zh: '草稿', en: 'Draft' },
    published: { zh: '已发布', en: 'Published' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
} satisfies Record<string, Text | Record<string, Text>>

export const facetNamesInWords: Record<FacetName, Text> = {
  kind: { zh: '资源类别', en: 'Kind' },
  profile: { zh: '专业类型', en: 'Profile' },
  library: { zh: '资源库', en: 'Library' },
  institution: { zh: '单位', en: 'Institution' },
  region: { zh: '地区', en: 'Region' },
  subject: { zh: '学科', en: 'Subject' },
  access: { zh: '获取方式', en: 'Access' },
  taxon: { zh: '物种', en: 'Taxon' },
  year: { zh: '年份', en: 'Year' },
  has_image: { zh: '图片', en: 'Pictures' },
  visibility: { zh: '状态', en: 'State' },
}

/** Which text of a record was hit. */
export const hitWords = {
  title: { zh: '名称', en: 'Title' },
  name: { zh: '别名', en: 'Name' },
  number: { zh: '编号', en: 'Number' },
  taxon: { zh: '学名', en: 'Scientific name' },
  keyword: { zh: '关键词', en: 'Keyword' },
  summary: { zh: '简介', en: 'Summary' },
  institution: { zh: '单位', en: 'Institution' },
  region: { zh: '地区', en: 'Region' },
} satisfies Record<string, Text>

/** Suggestions that are of no kind. */
export const otherSuggestions: Text = { zh: '词语', en: 'Words' }
