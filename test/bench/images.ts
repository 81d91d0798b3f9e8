/**
 * Deriving every size of a 12-megapixel photograph by the images port, against bare sharp making the same outputs
 * one decode each and all at once. Each side runs in a process of its own, in turns; printed are medians and memory.
 * Run it as `node test/bench/images.ts`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { z } from 'zod'
import { imageFormats, imageSizes } from '../../src/core/ports.ts'
import { sharpImages } from '../../src/ports/images.sharp.ts'
import { landscape } from '../ports/images/pictures.ts'

const turns = 5

const Run = z.object({
  milliseconds: z.number(),
  peakMegabytes: z.number(),
  outputBytes: z.number(),
})
type Run = z.output<typeof Run>

async function ours(bytes: Uint8Array): Promise<number> {
  let made = 0
  for await (const { bytes: each } of sharpImages().derive(bytes)) made += each.length
  return made
}

async function bare(bytes: Uint8Array): Promise<number> {
  sharp.cache(false)
  const outputs = Object.values(imageSizes).flatMap((width) =>
    imageFormats.map(async (format) =>
      sharp(bytes)
        .autoOrient()
        .resize({ width, height: width, fit: 'inside', withoutEnlargement: true })
        .toFormat(format, format === 'avif' ? { effort: 2 } : {})
        .toBuffer(),
    ),
  )
  return (await Promise.all(outputs)).reduce((sum, each) => sum + each.length, 0)
}

async function report(derive: (bytes: Uint8Array) => Promise<number>): Promise<void> {
  const bytes = readFileSync(photo)
  const before = performance.now()
  const outputBytes = await derive(bytes)
  const milliseconds = performance.now() - before
  const peakMegabytes = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ milliseconds, peakMegabytes, outputBytes } satisfies Run))
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hexi-bench-'))
  const path = join(folder, 'photo.jpg')
  writeFileSync(path, await (await landscape(4000, 3000)).jpeg({ quality: 88 }).toBuffer())
  const runs: Record<'ours' | 'bare', Run[]> = { ours: [], bare: [] }
  for (let turn = 0; turn < turns; turn += 1) {
    for (const each of ['bare', 'ours'] as const) runs[each].push(run(each, path))
  }
  rmSync(folder, { recursive: true })
  for (const each of ['bare', 'ours'] as const) {
    const [time, memory] = [median(runs[each], 'milliseconds'), median(runs[each], 'peakMegabytes')]
    const kilobytes = Math.round(median(runs[each], 'outputBytes') / 1024)
    console.log(
      `${each}: ${Math.round(time)} ms, peak ${Math.round(memory)} MB, ${kilobytes} kB made`,
    )
  }
  const ratio = median(runs.ours, 'milliseconds') / median(runs.bare, 'milliseconds')
  console.log(`ratio: ${ratio.toFixed(2)} (aim: at most 1.15)`)
}

/** The child is this very file, which prints a {@link Run}. */
function run(which: 'ours' | 'bare', path: string): Run {
  const child = [import.meta.filename, which, path]
  return Run.parse(JSON.parse(execFileSync(process.execPath, child, { encoding: 'utf8' })))
}

const median = (runs: Run[], fact: keyof Run): number =>
  runs.map((each) => each[fact]).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ??
  Number.NaN

const [side = '', photo = ''] = process.argv.slice(2)

if (side === 'ours' || side === 'bare') await report(side === 'ours' ? ours : bare)
else await compare()
