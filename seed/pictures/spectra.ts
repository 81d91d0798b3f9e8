import type { Motifs } from './motif.ts'
import { massSpectrum } from './spectra/mass-spectrum.ts'
import { isotopes } from './spectra/isotopes.ts'
import { chromatogram } from './spectra/chromatogram.ts'
import { resonance } from './spectra/resonance.ts'
import { diffraction } from './spectra/diffraction.ts'
import { absorption } from './spectra/absorption.ts'
import { sigmoids } from './spectra/sigmoids.ts'
import { sequence } from './spectra/sequence.ts'
import { spectraLines } from './spectra/spectra-lines.ts'

export const spectra: Motifs = {
  spectra_lines: spectraLines,
  mass_spectrum: massSpectrum,
  isotopes,
  chromatogram,
  resonance,
  diffraction,
  absorption,
  sigmoids,
  sequence,
}
