import { lastDayInWords, type LetterKind, type ZonedMoment } from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'

type OfDataset = { recordId: string; dataset: Text }

const accessGranted: LetterKind<OfDataset & { ends: ZonedMoment | null }> = {
  name: { zh: '获得数据访问权限', en: 'Dataset access granted' },
  hint: { zh: '提供方授权您获取数据时', en: 'When an institution grants you access to a dataset' },
  path: ({ recordId }) => `/records/${recordId}`,
  letter: ({ dataset, ends }, { link }) => ({
    subject: {
      zh: `您可以下载“${dataset.zh}”的文件`,
      en: `You can now download the files of “${dataset.en}”`,
    },
    body: {
      zh: `您好：\n\n您已获准获取“${dataset.zh}”的文件，${ends ? `有效期至 ${lastDayInWords(ends).zh}` : '长期有效'}。请登录后下载：\n\n${link}`,
      en: `Hello,\n\nYou have been granted access to the files of “${dataset.en}”${ends ? ` until ${lastDayInWords(ends).en}` : ', with no expiry'}. Sign in to download them:\n\n${link}`,
    },
  }),
}

const accessRevoked: LetterKind<OfDataset & { reason: string }> = {
  name: { zh: '数据获取授权已撤销', en: 'Dataset access revoked' },
  hint: { zh: '提供方撤销授权时', en: 'When an institution revokes your access' },
  path: ({ recordId }) => `/records/${recordId}`,
  letter: ({ dataset, reason }, { link }) => ({
    subject: {
      zh: `“${dataset.zh}”的获取授权已撤销`,
      en: `Your access to “${dataset.en}” was revoked`,
    },
    body: {
      zh: `您好：\n\n提供方撤销了您获取“${dataset.zh}”文件的授权。\n\n原因：${reason}\n\n${link}`,
      en: `Hello,\n\nThe institution revoked your access to the files of “${dataset.en}”.\n\nReason: ${reason}\n\n${link}`,
    },
  }),
}

/** The letters about who gets the files of a dataset. */
export const accessLetters = { access_granted: accessGranted, access_revoked: accessRevoked }
