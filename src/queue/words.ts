import type { AuditNames } from '../audit/model.ts'
import type { JobName } from '../core/ports.ts'
import type { Text, Words } from '../core/text.ts'
import type { JobState } from './model.ts'

export const queueWords = {
  jobs: { zh: '后台任务', en: 'Background jobs' },
  jobsAbout: {
    zh: '生成图片、发送邮件、清理等任务在后台执行。失败的任务自动重试，多次失败后停止，等待处理。',
    en: 'Tasks such as deriving pictures, sending emails and cleaning up run in the background. Failed jobs are retried automatically; after repeated failures they stay here for you to handle.',
  },
  states: { zh: '按状态查看', en: 'By state' },
  list: (state: Text): Text => ({
    zh: `后台任务：${state.zh}`,
    en: `Background jobs: ${state.en}`,
  }),
  job: { zh: '任务', en: 'Job' },
  tries: { zh: '尝试', en: 'Attempts' },
  triesOf: (done: number, most: number): Text => ({
    zh: `${done} / ${most} 次`,
    en: `${done} of ${most}`,
  }),
  runAt: { zh: '计划执行', en: 'Scheduled for' },
  runningSince: { zh: '开始于', en: 'Running since' },
  lastTry: { zh: '最后尝试', en: 'Last attempt' },
  lastError: { zh: '最近一次错误', en: 'Last error' },
  wholeError: { zh: '完整错误', en: 'Full error' },
  actions: { zh: '操作', en: 'Actions' },
  retry: { zh: '重试', en: 'Retry' },
  discard: { zh: '丢弃', en: 'Discard' },
  discardOf: (job: Text): Text => ({ zh: `丢弃任务：${job.zh}`, en: `Discard: ${job.en}` }),
  discardAbout: {
    zh: '丢弃后，该任务不再执行，且不能恢复。',
    en: 'A discarded job will not run and cannot be restored.',
  },
  retried: (job: Text): Text => ({
    zh: `“${job.zh}”将重新执行`,
    en: `“${job.en}” will be retried`,
  }),
  discarded: (job: Text): Text => ({ zh: `“${job.zh}”已丢弃`, en: `“${job.en}” discarded` }),
  noJob: {
    zh: '队列中没有这项任务，可能已经完成或被丢弃。',
    en: 'This job is not in the queue. It may have finished or been discarded.',
  },
  running: {
    zh: '这项任务正在执行，请在结束后再处理。',
    en: 'This job is running. Wait until it finishes.',
  },
} satisfies Words

/** What the list says when it is empty. */
export const nothingWords = {
  dead: {
    title: { zh: '没有失败的任务', en: 'No failed jobs' },
    about: {
      zh: '所有任务都已完成，或仍在自动重试。',
      en: 'All jobs have finished or are still being retried.',
    },
  },
  waiting: {
    title: { zh: '没有等待的任务', en: 'No jobs waiting' },
    about: { zh: '新的任务会出现在这里。', en: 'New jobs appear here.' },
  },
  running: {
    title: { zh: '没有正在执行的任务', en: 'No jobs running' },
    about: { zh: '任务通常在几秒内完成。', en: 'Most jobs take a few seconds.' },
  },
} as const satisfies Record<JobState, { title: Text; about: Text }>

export const stateNames = {
  dead: { zh: '已失败', en: 'Failed' },
  waiting: { zh: '等待中', en: 'Waiting' },
  running: { zh: '执行中', en: 'Running' },
} as const satisfies Record<JobState, Text>

export const taskNames: Record<JobName, Text> = {
  derive_image: { zh: '派生图片', en: 'Derive picture' },
  remove_objects: { zh: '删除对象', en: 'Remove objects' },
  tell_people: { zh: '通知相关人员', en: 'Notify people' },
  tell_request: { zh: '通知申请的进展', en: 'Notify about a request' },
  send_mail: { zh: '发送邮件', en: 'Send email' },
  reindex_records: { zh: '重建检索文档', en: 'Rebuild search documents' },
  redescribe_records: { zh: '更新引用的记录', en: 'Update records that refer to a change' },
  reindex_taxon: { zh: '按分类表重新归类', en: 'Reclassify records by the taxonomy' },
  lift_embargoes: { zh: '解除到期的保护期', en: 'Lift expired embargoes' },
  count_usage: { zh: '统计数据使用', en: 'Count dataset use' },
  judge_records: { zh: '检查记录质量', en: 'Check record quality' },
  preview_file: { zh: '生成文件预览', en: 'Preview a file' },
  preview_version: { zh: '生成版本中文件的预览', en: 'Preview the files of a version' },
  hand_over_requests: { zh: '移交离开者的申请', en: 'Hand over requests of people who left' },
  keep_facts: { zh: '统计样本集', en: 'Count collections of samples' },
  plan_tests: { zh: '安排活力检测', en: 'Plan viability tests' },
  decide_requests: { zh: '批量审批申请', en: 'Decide requests in bulk' },
  run_import: { zh: '导入文件', en: 'Import a file' },
  check_fixity: { zh: '核对存储的文件', en: 'Check stored files' },
  register_identifier: { zh: '向登记机构报告标识符', en: 'Report an identifier to its registry' },
  reap_uploads: { zh: '清理未完成的上传', en: 'Clear unfinished uploads' },
  verify_upload: { zh: '校验上传的文件', en: 'Verify an uploaded file' },
  clear_uploads: { zh: '清理已结束的上传', en: 'Clear finished uploads' },
  expire_uploads: {
    zh: '关闭中断的数据上传',
    en: 'Close abandoned data uploads',
  },
  booking_happened: { zh: '预约后续', en: 'Follow up a booking' },
  release_holds: { zh: '释放过期的临时占位', en: 'Release expired holds' },
  promote_waiting: { zh: '为候补者预约', en: 'Book from the waiting list' },
  remind_bookings: { zh: '提醒即将开始的预约', en: 'Remind of upcoming bookings' },
  watch_uses: { zh: '检查未到与超时', en: 'Check for no-shows and overruns' },
  remind_deposits: {
    zh: '提醒汇交期限与审核期限',
    en: 'Remind of due deposits and reviews',
  },
  remind_requests: {
    zh: '提醒与结束共享申请',
    en: 'Remind of requests and close inactive ones',
  },
  remind_upkeep: {
    zh: '提醒资格到期与维护计划',
    en: 'Remind of expiring qualifications and due maintenance',
  },
  issue_statements: { zh: '出上月对账单', en: 'Issue last month’s statements' },
  write_account_letter: {
    zh: '发送重设密码或注册邮件',
    en: 'Write a password-reset or registration email',
  },
  sweep_people: { zh: '清理过期会话与链接', en: 'Clear expired sessions and links' },
  sweep_baskets: { zh: '清理访客遗留的篮子', en: 'Remove guests’ old baskets' },
}

/** A task by its name for people; one of an older program is shown as it is. */
/** Commands that write down what they do, as jobs do. */
const commandNames = {
  seed: { zh: '写入演示数据', en: 'Add demo data' },
  serve: { zh: '启动服务', en: 'Start the server' },
} satisfies Words

export const taskName = (task: string): Text =>
  new Map<string, Text>(Object.entries({ ...taskNames, ...commandNames })).get(task) ?? {
    zh: task,
    en: task,
  }

export const queueAudit = {
  entities: {
    job: { zh: '后台任务', en: 'Job' },
  },
  actions: {
    'job.retry': { on: 'job', zh: '重试任务', en: 'Job retried' },
    'job.discard': { on: 'job', zh: '丢弃任务', en: 'Job discarded' },
  },
} as const satisfies AuditNames
