import type { Levels } from '../../core/ports.ts'
import type { Text, Words } from '../../core/text.ts'

/** What is said about the pictures of records: refusals here, the page's own words in `galleryWords`. */
export const pictureWords = {
  empty: {
    zh: '文件为空，请重新选择图片。',
    en: 'The file is empty. Choose the picture again.',
  },
  heic: {
    zh: '不支持 HEIC 图片。请在手机或电脑上另存为 JPEG 后上传；iPhone 可在“设置 › 相机 › 格式”中选择“兼容性最佳”。',
    en: 'HEIC pictures are not supported. Save the picture as JPEG and upload it. On an iPhone, choose Settings › Camera › Formats › Most Compatible.',
  },
  svg_or_html: {
    zh: '不支持 SVG 和 HTML。请导出为 PNG 或 JPEG 后上传。',
    en: 'SVG and HTML are not supported. Export the picture as PNG or JPEG and upload it.',
  },
  unknown_format: {
    zh: '无法识别文件格式。请上传 JPEG、PNG、WebP、AVIF、TIFF 或 GIF 图片。',
    en: 'The file format is not supported. Upload a JPEG, PNG, WebP, AVIF, TIFF or GIF.',
  },
  too_many_pixels: {
    zh: '图片超过 1 亿像素，请缩小后上传。',
    en: 'The picture exceeds 100 megapixels. Reduce its size and upload it again.',
  },
  too_much_memory: {
    zh: '解码这张图片所需内存过大。请关闭“隔行/交错”或“渐进”后另存为普通 PNG 或 JPEG，或缩小后上传。',
    en: 'Decoding this picture needs too much memory. Save it as a non-interlaced, non-progressive PNG or JPEG, or reduce its size, and upload it again.',
  },
  not_displayable: {
    zh: '不支持这种采样格式（64 位、复数或半精度浮点），图片未保存。请另存为 32 位浮点或 16 位整数的 TIFF 后上传。',
    en: 'This sample format (64-bit, complex or half-precision) is not supported and the picture was not saved. Save it as TIFF with 32-bit float or 16-bit integer samples and upload it again.',
  },
  damaged: {
    zh: '图片已损坏或不完整，未保存。请重新导出或复制原文件后上传。',
    en: 'The picture is damaged or incomplete and was not saved. Export or copy it again, then upload it.',
  },
  noFile: {
    zh: '请选择一张图片（字段 file）。',
    en: 'Choose a picture (field `file`).',
  },
  tooMany: (most: number): Text => ({
    zh: `每条记录最多 ${most} 张图片，请先删除几张。`,
    en: `A record can have up to ${most} pictures. Delete some first.`,
  }),
  unknownLicence: (code: string): Text => ({
    zh: `许可协议 ${code} 不存在，请使用 SPDX 代码，例如 CC-BY-4.0。`,
    en: `There is no licence ${code}. Use an SPDX identifier, for example CC-BY-4.0.`,
  }),
  invalid: {
    zh: '图片未保存，请按提示修改后重试。',
    en: 'The picture was not saved. Correct the errors and try again.',
  },
  noPicture: {
    zh: '该图片不存在，或您没有访问权限。',
    en: 'The upload took too long and expired. Upload the picture again.',
  },
  uploadEnded: {
    zh: '上传用时过长，已失效。请重新上传。',
    en: 'This upload took too long and has ended. Upload the picture again.',
  },
} satisfies Words

/** What the page of a record's pictures says. */
export const galleryWords = {
  pictures: { zh: '图片', en: 'Pictures' },
  picturesOf: (title: string): Text => ({ zh: `图片：${title}`, en: `Pictures: ${title}` }),
  about: {
    zh: 'JPEG、PNG、WebP、AVIF、TIFF 或 GIF，最大 50 MB、1 亿像素。拍摄地点等信息不会公开，仅资源管理员可以下载原图。',
    en: 'JPEG, PNG, WebP, AVIF, TIFF or GIF, up to 50 MB and 100 megapixels. Location and camera data is not published. Only curators can download originals.',
  },
  add: { zh: '添加图片', en: 'Add picture' },
  addIt: { zh: '上传', en: 'Upload' },
  file: { zh: '图片文件', en: 'Picture file' },
  caption: { zh: '说明', en: 'Caption' },
  captionHint: {
    zh: '描述图片内容，供读屏软件朗读。',
    en: 'Describe what the picture shows; also read by screen readers.',
  },
  credit: { zh: '署名', en: 'Credit' },
  creditHint: {
    zh: '作者或来源，显示在图片旁。',
    en: 'Author or source; shown next to the picture.',
  },
  licence: { zh: '许可协议', en: 'Licence' },
  main: { zh: '主图', en: 'Main picture' },
  makeMain: { zh: '设为主图', en: 'Set as main picture' },
  makeMainHint: {
    zh: '在列表和搜索结果中显示。',
    en: 'Shown in lists and search results.',
  },
  up: { zh: '上移', en: 'Move up' },
  down: { zh: '下移', en: 'Move down' },
  edit: { zh: '编辑', en: 'Edit' },
  save: { zh: '保存', en: 'Save' },
  remove: { zh: '删除', en: 'Remove' },
  original: { zh: '下载原图', en: 'Download original' },
  deriving: { zh: '正在生成各种尺寸', en: 'Creating sizes' },
  failed: {
    zh: '处理失败，系统将重试',
    en: 'Processing failed; it will be retried',
  },
  none: { zh: '还没有图片', en: 'No pictures yet' },
  noneHint: {
    zh: '有图片的记录更容易被发现。请在下方上传第一张图片。',
    en: 'Records with pictures are easier to find. Upload the first one below.',
  },
  stretched: ({ black, white }: Levels): Text =>
    black === white
      ? { zh: `所有像素值均为 ${black}`, en: `All pixel values are ${black}` }
      : {
          zh: `亮度已拉伸：原值 ${black} 显示为黑，${white} 显示为白`,
          en: `Brightness stretched: original value ${black} is shown as black, ${white} as white`,
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
  added: (name: string): Text => ({ zh: `“${name}”已添加`, en: `“${name}” added` }),
  saved: { zh: '图片已保存', en: 'Picture saved' },
  removed: { zh: '图片已删除', en: 'Picture deleted' },
} satisfies Words

/** Names of a picture's fields, as a record's history shows them. */
export const pictureFieldNames = {
  caption: galleryWords.caption,
  credit: galleryWords.credit,
  licence: galleryWords.licence,
} satisfies Record<string, Text>
