import { type LetterKind, lastDayInWords, type ZonedMoment } from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'
import type { Command } from '../packages/rules.ts'
import { doneNames } from '../packages/words.ts'
import { depositPaths } from './paths.ts'

type About = { depositId: string; title: Text; award: string }

const toCheck: LetterKind<About & { by: string; until: ZonedMoment | null }> = {
  name: { zh: '有数据包等待审核', en: 'A package waits for your check' },
  hint: { zh: '有人向您管理的单位提交汇交', en: 'When data are deposited with your institution' },
  forStaff: true,
  path: ({ depositId }) => depositPaths.checked(depositId),
  letter: ({ title, award, by, until }, { link }) => {
    const last = until && lastDayInWords(until)
    return {
      subject: { zh: `待审核的汇交：${title.zh}`, en: `Deposit to check: ${title.en}` },
      body: {
        zh: `您好：\n\n项目 ${award} 的数据包“${title.zh}”等待您审核（${by} 提交）。${last ? `\n请在 ${last.zh}前完成。` : ''}\n\n查看：${link}`,
        en: `Hello,\n\nThe package “${title.en}” of project ${award} waits for your check (from ${by}).${last ? `\nPlease finish by ${last.en}.` : ''}\n\nSee it: ${link}`,
      },
    }
  },
}

const moved: LetterKind<About & { command: Command; by: string; note: string }> = {
  name: { zh: '汇交有新进展', en: 'Your deposit moved on' },
  hint: { zh: '通过、退回或出具凭证', en: 'When it is passed on, returned or receipted' },
  path: ({ depositId }) => depositPaths.one(depositId),
  letter: ({ title, award, command, by, note }, { link }) => {
    const done = doneNames[command]
    const noteText = note && `\n\n${note}`
    return {
      subject: { zh: `汇交“${title.zh}”：${done.zh}`, en: `Deposit “${title.en}”: ${done.en}` },
      body: {
        zh: `您好：\n\n项目 ${award} 的数据包“${title.zh}”${done.zh}（${by}）。${noteText}\n\n查看：${link}`,
        en: `Hello,\n\nThe package “${title.en}” of project ${award}: ${done.en} (${by}).${noteText}\n\nSee it: ${link}`,
      },
    }
  },
}

const due: LetterKind<About & { dueOn: string; isLate: boolean }> = {
  name: { zh: '汇交期限提醒', en: 'A deposit is due' },
  hint: { zh: '到期前两周，以及逾期时', en: 'Two weeks before it is due, and once it is late' },
  path: ({ depositId }) => depositPaths.one(depositId),
  letter: ({ title, award, dueOn, isLate }, { link }) => ({
    subject: isLate
      ? { zh: `汇交已逾期：${title.zh}`, en: `Late deposit: ${title.en}` }
      : { zh: `汇交即将到期：${title.zh}`, en: `Deposit due soon: ${title.en}` },
    body: {
      zh: `您好：\n\n项目 ${award} 承诺汇交的“${title.zh}”${isLate ? '已于' : '应于'} ${dueOn} ${isLate ? '到期，尚未提交' : '前提交'}。\n\n查看：${link}`,
      en: `Hello,\n\n“${title.en}”, promised by project ${award}, ${isLate ? `was due on ${dueOn} and is not submitted yet` : `is due on ${dueOn}`}.\n\nSee it: ${link}`,
    },
  }),
}

const overrun: LetterKind<About & { until: ZonedMoment }> = {
  name: { zh: '汇交审核期限', en: 'The check of a deposit is due' },
  hint: {
    zh: '数据中心的审核期限将到或已过',
    en: 'When the days for the check run out, and when they are over',
  },
  forStaff: true,
  path: ({ depositId }) => depositPaths.checked(depositId),
  letter: ({ title, award, until }, { link }) => {
    const last = lastDayInWords(until)
    return {
      subject: { zh: `请完成审核：${title.zh}`, en: `Please finish the check: ${title.en}` },
      body: {
        zh: `您好：\n\n项目 ${award} 的数据包“${title.zh}”的审核期限是 ${last.zh}。\n\n查看：${link}`,
        en: `Hello,\n\nThe check of “${title.en}” of project ${award} was to be finished by ${last.en}.\n\nSee it: ${link}`,
      },
    }
  },
}

/** The letters of deposits: to who checks, and to who deposits. */
export const depositLetters = {
  deposit_to_check: toCheck,
  deposit_moved: moved,
  deposit_due: due,
  deposit_overrun: overrun,
}
