import type { Levels } from '../../core/ports.ts'
import type { Text, Words } from '../../core/text.ts'

/** What is said about the pictures of records: refusals here, the page's own words in `galleryWords`. */
export const pictureWords = {
  empty: {
    zh: '这个文件是空的，请重新选择图片。',
    en: 'This file is empty: choose the picture again.',
  },
  heic: {
    zh: '暂不能使用 HEIC 图片。请在手机或电脑上另存为 JPEG 后再上传；iPhone 可在“设置 › 相机 › 格式”中选“兼容性最佳”。',
    en: 'HEIC pictures cannot be used here. Save it as JPEG and upload that; on an iPhone choose Settings › Camera › Formats › Most Compatible.',
  },
  svg_or_html: {
    zh: 'SVG 和 HTML 不作为图片接收。请导出为 PNG 或 JPEG 后再上传。',
    en: 'SVG and HTML are not taken as pictures. Export it as PNG or JPEG and upload that.',
  },
  unknown_format: {
    zh: '无法识别这种文件。可上传 JPEG、PNG、WebP、AVIF、TIFF 或 GIF 图片。',
    en: 'This is not a format that is taken here: upload a JPEG, PNG, WebP, AVIF, TIFF or GIF.',
  },
  too_many_pixels: {
    zh: '图片超过 1 亿像素，请缩小后再上传。',
    en: 'The picture has more than 100 megapixels: make it smaller and upload that.',
  },
  too_much_memory: {
    zh: '这张图片必须整幅解码，所需内存过大。请关闭“隔行/交错”或“渐进”后另存为普通 PNG 或 JPEG，或缩小后再上传。',
    en: 'This picture has to be decoded as a whole, which takes too much memory. Save it as a PNG or JPEG that is not interlaced or progressive, or make it smaller, and upload that.',
  },
  not_displayable: {
    zh: '这种采样格式（64 位、复数或半精度浮点）无法显示，图片没有保存。请另存为 32 位浮点或 16 位整数的 TIFF 后再上传。',
    en: 'Samples of 64 bits, complex numbers and half precision cannot be shown, and nothing was kept. Save it as TIFF with 32-bit float or 16-bit integer samples and upload that.',
  },
  damaged: {
    zh: '图片已损坏或不完整，没有保存。请重新导出或重新传送原文件后再上传。',
    en: 'The picture is damaged or incomplete, and nothing was kept. Export or copy it anew, then upload it again.',
  },
  noFile: {
    zh: '请选择一张图片（字段 file）。',
    en: 'Choose a picture: it goes in the field `file`.',
  },
  tooMany: (most: number): Text => ({
    zh: `每条记录最多 ${most} 张图片，请先删除几张。`,
    en: `A record has at most ${most} pictures: remove some first.`,
  }),
  unknownLicence: (code: string): Text => ({
    zh: `没有许可协议 ${code}，请使用 SPDX 代码，例如 CC-BY-4.0。`,
    en: `There is no licence ${code}: use an SPDX identifier such as CC-BY-4.0.`,
  }),
  invalid: {
    zh: '图片没有保存，请按提示修改后重试。',
    en: 'The picture was not saved: correct what is named and try again.',
  },
  noPicture: {
    zh: '没有这张图片，或您没有访问权限。',
    en: 'This picture does not exist, or you do not have access.',
  },
  uploadEnded: {
    zh: '这次上传用时过长，已经失效。请重新上传。',
    en: 'This upload took too long and has ended. Upload the picture again.',
  },
} satisfies Words

/** What the page of a record's pictures says. */
export const galleryWords = {
  pictures: { zh: '图片', en: 'Pictures' },
  picturesOf: (title: string): Text => ({ zh: `图片：${title}`, en: `Pictures: ${title}` }),
  about: {
    zh: 'JPEG、PNG、WebP、AVIF、TIFF 或 GIF，最大 50 MB、1 亿像素。拍摄地点等信息不会公开，原图只有资源管理员可以取用。',
    en: 'JPEG, PNG, WebP, AVIF, TIFF or GIF, up to 50 MB and 100 megapixels. Place and camera are not made public; only curators can fetch the original.',
  },
  add: { zh: '添加图片', en: 'Add a picture' },
  addIt: { zh: '上传', en: 'Upload' },
  file: { zh: '图片文件', en: 'Picture file' },
  caption: { zh: '说明', en: 'Caption' },
  captionHint: {
    zh: '图上是什么，读屏软件也会读出。',
    en: 'What the picture shows; screen readers say it too.',
  },
  credit: { zh: '署名', en: 'Credit' },
  creditHint: { zh: '作者或来源，显示在图片旁。', en: 'Who made it; shown beside the picture.' },
  licence: { zh: '许可协议', en: 'Licence' },
  main: { zh: '主图', en: 'Main picture' },
  makeMain: { zh: '设为主图', en: 'Make it the main one' },
  makeMainHint: {
    zh: '在列表和搜索结果中代表这条记录。',
    en: 'It stands for the record in lists.',
  },
  up: { zh: '上移', en: 'Move up' },
  down: { zh: '下移', en: 'Move down' },
  edit: { zh: '编辑', en: 'Edit' },
  save: { zh: '保存', en: 'Save' },
  remove: { zh: '删除', en: 'Remove' },
  original: { zh: '下载原图', en: 'Download the original' },
  deriving: { zh: '正在生成各种尺寸', en: 'Its sizes are being made' },
  failed: {
    zh: '处理未成功，系统会再试',
    en: 'Its sizes could not be made yet; it is tried again',
  },
  none: { zh: '还没有图片', en: 'No pictures yet' },
  noneHint: {
    zh: '有图片的记录更容易被找到。从下方上传第一张。',
    en: 'Records with pictures are found more easily. Upload the first one below.',
  },
  stretched: ({ black, white }: Levels): Text =>
    black === white
      ? { zh: `所有像素值均为 ${black}`, en: `Every sample is ${black}` }
      : {
          zh: `亮度已拉伸：原值 ${black} 显示为黑，${white} 显示为白`,
          en: `Brightness stretched: ${black} in the original is shown as black, ${white} as white`,
        },
  numbered: (number: number): Text => ({ zh: `第 ${number} 张图片`, en: `Picture ${number}` }),
  editOf: (number: number): Text => ({
    zh: `编辑第 ${number} 张图片`,
    en: `Edit picture ${number}`,
  }),
  removeOf: (number: number): Text => ({
    zh: `删除第 ${number} 张图片`,
    en: `Remove picture ${number}`,
  }),
  removeAbout: {
    zh: '图片和原图都会删除，不能恢复。',
    en: 'The picture and its original are deleted. This cannot be undone.',
  },
  added: (name: string): Text => ({ zh: `“${name}”已添加`, en: `“${name}” is added` }),
  saved: { zh: '图片说明已保存', en: 'The picture is saved' },
  removed: { zh: '图片已删除', en: 'The picture is removed' },
} satisfies Words

/** Names of a picture's fields, as a record's history shows them. */
export const pictureFieldNames = {
  caption: galleryWords.caption,
  credit: galleryWords.credit,
  licence: galleryWords.licence,
} satisfies Record<string, Text>
