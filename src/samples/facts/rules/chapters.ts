import type { Text } from '../../../core/text.ts'

type Chapter = { code: string; name: Text }

const chapter = (code: string, zh: string, en: string): Chapter => ({ code, name: { zh, en } })

/** The chapters of ICD-10, each as the range of its codes, and the rare diseases of Orphanet. */
export const chapters: readonly Chapter[] = [
  chapter('A00-B99', '传染病和寄生虫病', 'Infectious and parasitic diseases'),
  chapter('C00-D48', '肿瘤', 'Neoplasms'),
  chapter('D50-D89', '血液及免疫疾病', 'Blood and immune disorders'),
  chapter('E00-E90', '内分泌、营养和代谢疾病', 'Endocrine, nutritional and metabolic diseases'),
  chapter('F00-F99', '精神和行为障碍', 'Mental and behavioural disorders'),
  chapter('G00-G99', '神经系统疾病', 'Diseases of the nervous system'),
  chapter('H00-H59', '眼和附器疾病', 'Diseases of the eye'),
  chapter('H60-H95', '耳和乳突疾病', 'Diseases of the ear'),
  chapter('I00-I99', '循环系统疾病', 'Diseases of the circulatory system'),
  chapter('J00-J99', '呼吸系统疾病', 'Diseases of the respiratory system'),
  chapter('K00-K93', '消化系统疾病', 'Diseases of the digestive system'),
  chapter('L00-L99', '皮肤和皮下组织疾病', 'Diseases of the skin'),
  chapter('M00-M99', '肌肉骨骼和结缔组织疾病', 'Musculoskeletal and connective tissue diseases'),
  chapter('N00-N99', '泌尿生殖系统疾病', 'Diseases of the genitourinary system'),
  chapter('O00-O99', '妊娠、分娩和产褥期', 'Pregnancy, childbirth and the puerperium'),
  chapter('P00-P96', '起源于围生期的情况', 'Conditions of the perinatal period'),
  chapter('Q00-Q99', '先天性畸形和染色体异常', 'Congenital and chromosomal abnormalities'),
  chapter('R00-R99', '未归类的症状和体征', 'Symptoms and signs not classified elsewhere'),
  chapter('S00-T98', '损伤、中毒和外因后果', 'Injury, poisoning and external causes'),
  chapter('U00-U99', '特殊目的编码', 'Codes for special purposes'),
  chapter('V01-Y98', '疾病和死亡的外因', 'External causes of morbidity'),
  chapter('Z00-Z99', '影响健康状态的因素', 'Factors influencing health status'),
  // How the codes ORPHA:558 begin; no code of ICD-10 does.
  chapter('ORP-ORP', '罕见病（ORPHA）', 'Rare diseases (ORPHA)'),
]
