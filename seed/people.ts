import { demoSignIns } from '../src/people/rules/demo.ts'
import type { InstitutionKey } from './institutions.ts'

export type DemoPerson = {
  email: string
  name: string
  lang: 'zh' | 'en'
  institution: InstitutionKey
  /** English name of the lab, as seed/institutions.ts spells it. */
  lab?: string
  labRole?: 'pi' | 'member'
  isAdmin?: boolean
  curates?: readonly InstitutionKey[]
  stewards?: readonly InstitutionKey[]
}

/** Everybody here is made up; the first six are whom the demo's sign-ins and tokens stand for. */
export const people: readonly DemoPerson[] = [
  {
    email: demoSignIns['demo-admin'],
    name: '云知秋',
    lang: 'zh',
    institution: 'gaas',
    isAdmin: true,
  },
  {
    email: demoSignIns['demo-curator'],
    name: '禾谷雨',
    lang: 'zh',
    institution: 'gaas',
    lab: 'Crop Germplasm',
    labRole: 'member',
    curates: ['gaas', 'lzu'],
  },
  {
    email: demoSignIns['demo-steward'],
    name: '祁连岳',
    lang: 'zh',
    institution: 'lzu',
    lab: 'Electron Microscopy Centre',
    labRole: 'member',
    stewards: ['lzu', 'gaas'],
  },
  {
    email: demoSignIns['demo-pi'],
    name: '洮岷川',
    lang: 'zh',
    institution: 'lzu',
    lab: 'Forage Genetics',
    labRole: 'pi',
  },
  {
    email: demoSignIns['demo-researcher'],
    name: '苜晓青',
    lang: 'zh',
    institution: 'lzu',
    lab: 'Forage Genetics',
    labRole: 'member',
  },
  {
    email: demoSignIns['demo-outsider'],
    name: 'Wren Hollow',
    lang: 'en',
    institution: 'dha',
    lab: 'Cave Environment',
    labRole: 'member',
  },
  {
    email: 'bingchuan@hexi.example',
    name: '冰望川',
    lang: 'zh',
    institution: 'nieer',
    lab: 'Cryosphere Isotopes',
    labRole: 'pi',
    curates: ['nieer'],
  },
  {
    email: 'shatuo@hexi.example',
    name: '沙驼铃',
    lang: 'zh',
    institution: 'nieer',
    lab: 'Deserts and Desertification',
    labRole: 'pi',
  },
  {
    email: 'zhonglizi@hexi.example',
    name: '束流光',
    lang: 'zh',
    institution: 'imp',
    lab: 'Heavy-Ion Beam Applications',
    labRole: 'pi',
    curates: ['imp'],
    stewards: ['imp'],
  },
  {
    email: 'danggui@hexi.example',
    name: '归远志',
    lang: 'zh',
    institution: 'gszy',
    lab: 'Medicinal Resources of Gansu',
    labRole: 'pi',
    curates: ['gszy'],
  },
  {
    email: 'yak@hexi.example',
    name: '牧云白',
    lang: 'zh',
    institution: 'lihps',
    lab: 'Fine-Wool Sheep and Yak',
    labRole: 'pi',
    curates: ['lihps', 'lvri'],
  },
  {
    email: 'potato@hexi.example',
    name: '定西洋',
    lang: 'zh',
    institution: 'gaas',
    lab: 'Potato Research',
    labRole: 'pi',
  },
  {
    email: 'oasis@hexi.example',
    name: '绿洲禾',
    lang: 'zh',
    institution: 'hexi',
    lab: 'Oasis Agriculture',
    labRole: 'pi',
    curates: ['hexi', 'gsfr'],
  },
  {
    email: 'tremor@hexi.example',
    name: '震安澜',
    lang: 'zh',
    institution: 'gsea',
    lab: 'Seismic Network',
    labRole: 'pi',
    curates: ['gsea', 'lut'],
  },
  {
    email: 'biobank@hexi.example',
    name: '样本清',
    lang: 'zh',
    institution: 'lzu1h',
    lab: 'Translational Medicine',
    labRole: 'pi',
    curates: ['lzu1h'],
  },
  {
    email: 'alloy@hexi.example',
    name: 'Linden Marsh',
    lang: 'en',
    institution: 'lut',
    lab: 'Non-Ferrous Alloys',
    labRole: 'pi',
    curates: ['licp', 'dha'],
  },
]
