import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** What Linux says of running processes; elsewhere nothing is measured. */
export const canMeasure = existsSync('/proc/self/stat')

const ticksPerSecond = 100

type Process = { pid: number; parent: number; name: string; cpuSeconds: number }

/** CPU seconds used so far by a process, all below it, and those of them that have ended. */
export function cpuUsedBy(root: number): { program: number; database: number } {
  const tree = treeOf(root)
  const sum = (isCounted: (one: Process) => boolean) =>
    tree.filter(isCounted).reduce((total, { cpuSeconds }) => total + cpuSeconds, 0)
  return {
    program: sum(({ name }) => name !== 'postgres'),
    database: sum(({ name }) => name === 'postgres'),
  }
}

/** Megabytes of memory that the serving process holds, and the most that it ever held: it is the database's parent. */
export function memoryOfServer(root: number): { nowMb: number; peakMb: number } {
  const tree = treeOf(root)
  const server = tree.find(
    ({ pid, name }) =>
      name !== 'postgres' && tree.some((one) => one.parent === pid && one.name === 'postgres'),
  )
  const status = readFileSync(`/proc/${server?.pid}/status`, 'utf8')
  const megabytes = (fact: string) =>
    Number(new RegExp(`^${fact}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024
  return { nowMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM') }
}

function treeOf(root: number): Process[] {
  const all = readdirSync('/proc').flatMap((name) => processNow(Number(name)) ?? [])
  const below = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)])
  return [...all.filter(({ pid }) => pid === root), ...below(root)]
}

/** proc_pid_stat(5): the name stands in brackets and may hold anything; fields are counted after it. */
function processNow(pid: number): Process | undefined {
  if (!Number.isInteger(pid)) return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [start, end] = [stat.indexOf('('), stat.lastIndexOf(')')]
    const fields = stat
      .slice(end + 2)
      .split(' ')
      .map(Number)
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0)
    return {
      pid,
      parent: fields[1] ?? 0,
      name: stat.slice(start + 1, end),
      cpuSeconds: ticks / ticksPerSecond,
    }
  } catch {
    // It has ended meanwhile.
    return undefined
  }
}
