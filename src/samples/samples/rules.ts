/**
 * The first element of SPREC 4.0 by type of sample, as MIABIS maps them; types that are not named have none that says the
 * same.
 */
const elements: Readonly<Record<string, string>> = {
  amniotic_fluid: 'AMN',
  ascites_fluid: 'ASC',
  bone: 'BON',
  bone_marrow_aspirate: 'BMA',
  breast_milk: 'BMK',
  bronchoalveolar_lavage: 'BAL',
  cerebrospinal_fluid: 'CSF',
  cord_blood: 'CRD',
  dried_blood: 'DWB',
  exosomes: 'EXO',
  faeces: 'STL',
  hair: 'HAR',
  nail: 'NAL',
  nasal_washing: 'NAS',
  pbmc: 'CEL',
  placenta: 'PLC',
  pleural_fluid: 'PFL',
  red_blood_cells: 'RBC',
  saliva: 'SAL',
  semen: 'SEM',
  serum: 'SER',
  sputum: 'SPT',
  synovial_fluid: 'SYN',
  tears: 'TER',
  teeth: 'TTH',
  whole_blood: 'BLD',
}

/** Seven elements parted by hyphens, or the last six of them. */
export const isSprec = (code: string): boolean =>
  /^(?:[A-Z][A-Z0-9]{2}-)?[A-Z][A-Z0-9]{2}(?:-[A-Z0-9]{1,3}){5}$/.test(code)

const isWhole = (code: string) => code.split('-').length === 7

/** A code in full: where its first element is left out, the type says it. Undefined where the type does not. */
export function wholeSprec(type: string, code: string): string | undefined {
  const element = elements[type]
  if (!isWhole(code)) return element && `${element}-${code}`
  return element === undefined || code.startsWith(`${element}-`) ? code : undefined
}
