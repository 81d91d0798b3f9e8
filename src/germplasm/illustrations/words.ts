import type { Words } from '../../core/text.ts'

export const illustrationWords = {
  title: { zh: '性状图片', en: 'Trait pictures' },
  lead: {
    zh: '说明种质的哪张图片显示哪个性状；一张图片可以显示多个性状。',
    en: 'Which picture of the accession shows which trait; a picture can show several.',
  },
  edit: { zh: '标注性状图片', en: 'Tag trait pictures' },
  add: { zh: '标注', en: 'Add' },
  added: { zh: '已标注', en: 'Added' },
  remove: { zh: '移除', en: 'Remove' },
  removed: { zh: '已移除', en: 'Removed' },
  none: { zh: '还没有标注性状的图片。', en: 'No pictures are tagged with traits yet.' },
  noPictures: { zh: '这份种质还没有图片。', en: 'This accession has no pictures yet.' },
  noPicturesHint: {
    zh: '先添加图片，再说明它们显示哪个性状。',
    en: 'Add pictures first, then tag the traits they show.',
  },
  addPictures: { zh: '添加图片', en: 'Add pictures' },
  picture: { zh: '图片', en: 'Picture' },
  trait: { zh: '性状', en: 'Trait' },
  accession: { zh: '种质', en: 'Accession' },
  noPicture: { zh: '这份种质没有这张图片。', en: 'The accession has no such picture.' },
  noTrait: { zh: '没有这个性状，或已停用。', en: 'No such trait, or it is closed.' },
  noIllustration: {
    zh: '这张图片没有标注这个性状。',
    en: 'The picture is not tagged with this trait.',
  },
  taken: { zh: '这张图片已标注这个性状。', en: 'The picture is already tagged with this trait.' },
} satisfies Words
