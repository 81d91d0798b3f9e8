import { type LetterKind, lastDayInWords, type ZonedMoment } from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'
import type { Command } from '../packages/rules.ts'
import { doneNames } from '../packages/words.ts'
import { depositPaths } from './paths.ts'

type About = { depositId: string; title: Text; award: string }

const toCheck: LetterKind<About & { by: string; until: ZonedMoment | null }> = {
  name: { zh: '有数据包等待审核', en: 'A package is waiting for your review' },
  hint: {
    zh: '有人向您管理的单位提交汇交时',
    en: 'When data is deposited with an institution you manage',
  },
  forStaff: true,
  path: ({ depositId }) => depositPaths.checked(depositId),
  letter: ({ title, award, by, until }, { link }) => {
    const last = until && lastDayInWords(until)
    return {
      subject: { zh: `待审核的汇交：${title.zh}`, en: `Deposit to review: ${title.en}` },
      body: {
        zh: `您好：\n\n项目 ${award} 的数据包“${title.zh}”等待您审核（${by} 提交）。${last ? `\n请在 ${last.zh}前完成。` : ''}\n\n查看：${link}`,
        en: `Hello,\n\nThe package “${title.en}” of project ${award} is waiting for your review (submitted by ${by}).${last ? `\nPlease finish by ${last.en}.` : ''}\n\nView: ${link}`,
      },
    }
  },
}

const moved: LetterKind<About & { command: Command; by: string; note: string }> = {
  name: { zh: '汇交有新进展', en: 'Updates to your deposits' },
  hint: {
    zh: '通过、退回或出具凭证时',
    en: 'When a deposit is approved or returned, or its receipt is issued',
  },
  path: ({ depositId }) => depositPaths.one(depositId),
  letter: ({ title, award, command, by, note }, { link }) => {
    const done = doneNames[command]
    const noteText = note && `\n\n${note}`
    return {
      subject: { zh: `汇交“${title.zh}”：${done.zh}`, en: `Deposit “${title.en}”: ${done.en}` },
      body: {
        zh: `您好：\n\n项目 ${award} 的数据包“${title.zh}”${done.zh}（${by}）。${noteText}\n\n查看：${link}`,
        en: `Hello,\n\nThe package “${title.en}” of project ${award}: ${done.en} (${by}).${noteText}\n\nView: ${link}`,
      },
    }
  },
}

const due: LetterKind<About & { dueOn: string; isLate: boolean }> = {
  name: { zh: '汇交期限提醒', en: 'Deposit reminder' },
  hint: { zh: '到期前两周，以及逾期时', en: 'Two weeks before the due date, and when overdue' },
  path: ({ depositId }) => depositPaths.one(depositId),
  letter: ({ title, award, dueOn, isLate }, { link }) => ({
    subject: isLate
      ? { zh: `汇交已逾期：${title.zh}`, en: `Overdue deposit: ${title.en}` }
      : { zh: `汇交即将到期：${title.zh}`, en: `Deposit due soon: ${title.en}` },
    body: {
      zh: `您好：\n\n项目 ${award} 承诺汇交的“${title.zh}”${isLate ? '已于' : '应于'} ${dueOn} ${isLate ? '到期，尚未提交' : '前提交'}。\n\n查看：${link}`,
      en: `Hello,\n\n“${title.en}” of project ${award} ${isLate ? `was due on ${dueOn} and has not been submitted` : `is due on ${dueOn}`}.\n\nView: ${link}`,
    },
  }),
}

const overrun: LetterKind<About & { until: ZonedMoment }> = {
  name: { zh: '汇交审核期限', en: 'Deposit review deadline' },
  hint: {
    zh: '数据中心的审核期限临近或已过时',
    en: 'When the review deadline is approaching or has passed',
  },
  forStaff: true,
  path: ({ depositId }) => depositPaths.checked(depositId),
  letter: ({ title, award, until }, { link }) => {
    const last = lastDayInWords(until)
    return {
      subject: { zh: `请完成审核：${title.zh}`, en: `Please complete the review: ${title.en}` },
      body: {
        zh: `您好：\n\n项目 ${award} 的数据包“${title.zh}”的审核期限为 ${last.zh}。\n\n查看：${link}`,
        en: `Hello,\n\nThe review of “${title.en}” of project ${award} is due by ${last.en}.\n\nView: ${link}`,
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
