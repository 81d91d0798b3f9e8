import type { Words } from '../../core/text.ts'

export const illustrationWords = {
  title: { zh: '性状图片', en: 'Trait pictures' },
  lead: {
    zh: '标注种质的图片显示哪些性状；一张图片可以显示多个性状。',
    en: 'Tag which pictures of the accession show which traits. A picture can show several.',
  },
  edit: { zh: '标注性状图片', en: 'Tag trait pictures' },
  add: { zh: '标注', en: 'Add' },
  added: { zh: '已标注', en: 'Added' },
  remove: { zh: '移除', en: 'Remove' },
  removed: { zh: '已移除', en: 'Removed' },
  none: { zh: '还没有标注性状的图片。', en: 'No pictures tagged with traits yet.' },
  noPictures: { zh: '这份种质还没有图片。', en: 'This accession has no pictures yet.' },
  noPicturesHint: {
    zh: '先添加图片，再标注其显示的性状。',
    en: 'Add pictures first, then tag the traits they show.',
  },
  addPictures: { zh: '添加图片', en: 'Add pictures' },
  picture: { zh: '图片', en: 'Picture' },
  trait: { zh: '性状', en: 'Trait' },
  accession: { zh: '种质', en: 'Accession' },
  noPicture: { zh: '这份种质没有该图片。', en: 'The accession does not have this picture.' },
  noTrait: { zh: '性状不存在或已停用。', en: 'This trait does not exist or is closed.' },
  noIllustration: {
    zh: '这张图片没有标注这个性状。',
    en: 'The picture is not tagged with this trait.',
  },
  taken: { zh: '这张图片已标注这个性状。', en: 'The picture is already tagged with this trait.' },
} satisfies Words
