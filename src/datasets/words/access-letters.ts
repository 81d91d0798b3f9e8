import { lastDayInWords, type LetterKind, type ZonedMoment } from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'

type OfDataset = { recordId: string; dataset: Text }

const accessGranted: LetterKind<OfDataset & { ends: ZonedMoment | null }> = {
  name: { zh: '获准获取数据', en: 'Access to a dataset' },
  hint: { zh: '提供单位授权您获取数据之后', en: 'When an institution gives you its files' },
  path: ({ recordId }) => `/records/${recordId}`,
  letter: ({ dataset, ends }, { link }) => ({
    subject: {
      zh: `您可以下载“${dataset.zh}”的文件了`,
      en: `You may download the files of “${dataset.en}”`,
    },
    body: {
      zh: `您好：\n\n您已获准获取“${dataset.zh}”的文件，${ends ? `有效期至 ${lastDayInWords(ends).zh}` : '长期有效'}。请登录后下载：\n\n${link}`,
      en: `Hello,\n\nYou were given access to the files of “${dataset.en}”, ${ends ? `until ${lastDayInWords(ends).en}` : 'for good'}. Sign in and download them:\n\n${link}`,
    },
  }),
}

const accessRevoked: LetterKind<OfDataset & { reason: string }> = {
  name: { zh: '数据获取授权已撤销', en: 'Access to a dataset taken back' },
  hint: { zh: '提供单位撤销授权之后', en: 'When an institution takes your access back' },
  path: ({ recordId }) => `/records/${recordId}`,
  letter: ({ dataset, reason }, { link }) => ({
    subject: {
      zh: `“${dataset.zh}”的获取授权已撤销`,
      en: `Your access to “${dataset.en}” was taken back`,
    },
    body: {
      zh: `您好：\n\n提供单位撤销了您获取“${dataset.zh}”文件的授权。\n\n原因：${reason}\n\n${link}`,
      en: `Hello,\n\nThe institution took back your access to the files of “${dataset.en}”.\n\nReason: ${reason}\n\n${link}`,
    },
  }),
}

/** The letters about who gets the files of a dataset. */
export const accessLetters = { access_granted: accessGranted, access_revoked: accessRevoked }
