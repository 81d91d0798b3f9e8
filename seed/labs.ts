import type { Text } from '../src/core/text.ts'

/** A group inside an institution; `pi` and `members` are keys of `people`. */
export type LabStory = {
  key: string
  institution: string
  name: Text
  pi?: string
  members?: readonly string[]
}

const lab = (
  key: string,
  zh: string,
  en: string,
  who: Pick<LabStory, 'pi' | 'members'> = {},
): LabStory => ({
  key,
  institution: key.split('/')[0] ?? '',
  name: { zh, en },
  ...who,
})

export const labs: readonly LabStory[] = [
  lab('imp/storage-ring', '储存环核物理组', 'Nuclear physics at the storage ring', { pi: 'su' }),
  lab('imp/materials', '重离子辐照材料组', 'Materials under heavy ions'),
  lab('imp/breeding', '重离子束辐射生物组', 'Radiobiology and mutation breeding'),
  lab('nieer/cryosphere', '冰冻圈过程组', 'Cryosphere processes', { pi: 'song', members: ['xu'] }),
  lab('nieer/permafrost', '冻土工程组', 'Permafrost engineering'),
  lab('nieer/aeolian', '风沙物理组', 'Physics of blown sand'),
  lab('nieer/isotopes', '同位素地球化学组', 'Isotope geochemistry', { pi: 'gu', members: ['xu'] }),
  lab('lzu/atmosphere', '半干旱气候观测组', 'Semi-arid climate observation', { pi: 'jiang' }),
  lab('lzu/grassland', '草地生态与遥感组', 'Grassland ecology and remote sensing'),
  lab('lzu/structure', '结构生物学组', 'Structural biology'),
  lab('lzu/loess', '黄土与古环境组', 'Loess and past environments'),
  lab('gaas/genebank', '作物种质资源组', 'Crop genetic resources', { pi: 'ye' }),
  lab('gaas/potato', '马铃薯育种组', 'Potato breeding'),
  lab('gaas/fruit', '果树资源组', 'Fruit tree resources'),
  lab('gsau/forage', '饲草种质创新组', 'Forage germplasm', { pi: 'lu', members: ['he'] }),
  lab('gsau/ruminants', '反刍动物营养组', 'Ruminant nutrition'),
  lab('lvri/immunity', '家畜免疫组', 'Immunity of livestock', { pi: 'qin' }),
  lab('lihps/yak', '牦牛资源与育种组', 'Yak resources and breeding'),
  lab('lihps/wool', '细毛羊与绒山羊组', 'Fine-wool sheep and cashmere goats'),
  lab('gucm/daodi', '道地药材组', 'Authentic medicinal materials', { pi: 'du' }),
  lab('dha/murals', '壁画材料分析组', 'Materials of the murals', { pi: 'tang' }),
  lab('dha/monitoring', '石窟环境监测组', 'Climate of the grottoes'),
  lab('hxu/extremophiles', '极端环境微生物组', 'Microbes of extreme places', {
    pi: 'wen',
    members: ['bai'],
  }),
  lab('gea/networks', '地震观测台网组', 'Seismic networks', { pi: 'fang' }),
  lab('gea/loess', '黄土动力学组', 'Dynamics of loess'),
  lab('lut/metals', '有色金属新材料组', 'Non-ferrous metals'),
  lab('lzuh/biobank', '生物样本库组', 'Biobank'),
  lab('licp/lubrication', '固体润滑组', 'Solid lubrication'),
  lab('gdcri/minqin', '民勤治沙综合试验组', 'Minqin experiment'),
  lab('lefri/olive', '油橄榄与花椒组', 'Olive and Sichuan pepper'),
]
