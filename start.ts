/**
 * `npm start`: builds, then becomes the server. npm passes SIGTERM on to the shell that it started, which would end
 * without telling anybody: so the script has the shell `exec` one process that is the server in the end.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const builder = fileURLToPath(new URL('build.ts', import.meta.url))
const { status } = spawnSync(process.execPath, [builder], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

const program = new URL('dist/cli.js', import.meta.url)
process.argv = [process.execPath, fileURLToPath(program), 'serve', ...process.argv.slice(2)]
await import(program.href)
