import type { Words } from '../core/text.ts'

/** What the doors to the outside world say when they refuse. */
export const words = {
  objectExists: {
    zh: '此存储位置已有内容，不能覆盖。请重新开始上传。',
    en: 'Content is already stored here and cannot be overwritten. Start the upload again.',
  },
  full: {
    zh: '服务器的存储空间已满，文件未保存。请联系管理员。',
    en: 'The server’s storage is full and the file was not saved. Contact the administrator.',
  },
  wrongSize: {
    zh: '收到的字节数与声明的大小不一致，请重新上传。',
    en: 'The number of bytes received does not match the size announced. Upload the file again.',
  },
  rangeBeyondEnd: {
    zh: '请求的字节范围超出了文件末尾。',
    en: 'The requested byte range is beyond the end of the file.',
  },
  noUpload: {
    zh: '上传已结束或不存在，请重新上传。',
    en: 'This upload has ended or does not exist. Start the upload again.',
  },
  partMissing: {
    zh: '部分分块缺失或已变化，请重新上传这些分块。',
    en: 'Some parts are missing or have changed. Upload those parts again.',
  },
  picturesElsewhere: {
    zh: '图片由 Node 进程处理，本节点不处理图片。请稍后再试，或联系管理员。',
    en: 'Pictures are not processed on this node. Try again later, or contact the administrator.',
  },
  picturesFailed: {
    zh: '图片处理失败，请一分钟后重试。',
    en: 'The picture could not be processed. Try again in a minute.',
  },
} satisfies Words
