import type { Words } from '../../core/text.ts'

/** What the embedded PostgreSQL says when it cannot be started; every sentence names what to do. */
export const words = {
  noPrograms: (platform: string) => ({
    zh: `没有适用于 ${platform} 的内置 PostgreSQL：请用 DATABASE_URL 指向已有的 PostgreSQL，或重新执行 npm ci（包括可选依赖）。`,
    en: `There is no embedded PostgreSQL for ${platform}. Point DATABASE_URL to a PostgreSQL, or run npm ci again with optional dependencies.`,
  }),
  programsBroken: (reason: string) => ({
    zh: `内置 PostgreSQL 无法运行（${reason}）：请用 DATABASE_URL 指向已有的 PostgreSQL。`,
    en: `The embedded PostgreSQL does not run here (${reason}). Point DATABASE_URL to a PostgreSQL.`,
  }),
  rootRefused: {
    zh: 'PostgreSQL 不能以 root 身份运行，而此处既不能使用用户 nobody，也不能使用用户命名空间：请以普通用户启动，或设置 DATABASE_URL。',
    en: 'PostgreSQL cannot run as root, and neither the user nobody nor a user namespace can be used here. Start as an ordinary user, or set DATABASE_URL.',
  },
  notReadable: (folder: string) => ({
    zh: `数据文件夹 ${folder} 属于另一个用户：请以该用户启动，或用 HEXI_DATA 指定另一个文件夹。`,
    en: `The data folder ${folder} belongs to another user. Start as that user, or set HEXI_DATA to another folder.`,
  }),
  notACluster: (folder: string) => ({
    zh: `文件夹 ${folder} 中已有其他内容：请用 HEXI_DATA 指定其他文件夹，或先清空该文件夹。`,
    en: `The folder ${folder} contains other files. Set HEXI_DATA to another folder, or empty it first.`,
  }),
  inUse: (folder: string, user: string) => ({
    zh: `数据文件夹 ${folder} 正由另一个 Hexi 使用（${user}）：请先停止它，或用 HEXI_DATA 指定其他文件夹。`,
    en: `The data folder ${folder} is in use by another Hexi (${user}). Stop it first, or set HEXI_DATA to another folder.`,
  }),
  notCreated: (folder: string, reason: string) => ({
    zh: `无法在 ${folder} 建立数据库：${reason}`,
    en: `Could not create the database in ${folder}: ${reason}`,
  }),
  notStarted: (logFile: string, reason: string) => ({
    zh: `PostgreSQL 未能启动：${reason}（详见 ${logFile}）`,
    en: `PostgreSQL did not start: ${reason} (see ${logFile})`,
  }),
} satisfies Words
