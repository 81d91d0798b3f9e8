import { randomOf } from '../random.ts'
import { animals } from './animals.ts'
import { bench } from './bench.ts'
import { field } from './field.ts'
import { maps } from './maps.ts'
import { microbes } from './microbes.ts'
import { microscopy } from './microscopy.ts'
import type { Motifs } from './motif.ts'
import { plants } from './plants.ts'
import { physics } from './physics.ts'
import { relief } from './relief.ts'
import { spectra } from './spectra.ts'
import { height, width } from './svg.ts'

const motifs: Motifs = {
  ...spectra,
  ...microscopy,
  ...physics,
  ...relief,
  ...field,
  ...maps,
  ...bench,
  ...plants,
  ...animals,
  ...microbes,
}

/** A picture as SVG: the same subject and key give the same drawing. */
export function drawPicture({ subject, key }: { subject: string; key: string }): string {
  const [name = '', variant = ''] = subject.split(':')
  const motif = motifs[name]
  if (!motif) throw new Error(`No such subject: ${subject}`)
  const inside = motif(randomOf(`${key}/${subject}`), { key, variant })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`
}
