import type { Text, Words } from '../core/text.ts'

/** What is said about the pictures of records: refusals here, the page's own words in `pageWords`. */
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
    zh: '没有这张图片，或您无权知道它。',
    en: 'There is no such picture, or none for you to know of.',
  },
  uploadEnded: {
    zh: '这次上传用时过长，已经失效。请重新上传。',
    en: 'This upload took too long and has ended. Upload the picture again.',
  },
} satisfies Words
