import type { Text } from '../../src/core/text.ts'

/** Where strains were found: hot, cold, salty, dry or dark. */
type Habitat = {
  /** After “isolated from”. */
  name: Text
  origin: string
  longitude: number
  latitude: number
  elevation: number
  /** How the drawings show it. */
  looks: 'salt' | 'spring' | 'ice' | 'crust' | 'cave'
}

const habitat = (
  [zh, en]: readonly [string, string],
  origin: string,
  [longitude, latitude, elevation]: readonly [number, number, number],
  looks: Habitat['looks'],
): Habitat => ({ name: { zh, en }, origin, longitude, latitude, elevation, looks })

export const habitats = {
  saltPan: habitat(
    ['高台盐池卤水', 'the brine of the Gaotai salt pans'],
    '甘肃张掖高台',
    [99.62, 39.49, 1340],
    'salt',
  ),
  suganLake: habitat(
    ['大苏干湖沉积物', 'the mud of Lake Sugan'],
    '甘肃酒泉阿克塞',
    [93.9, 38.87, 2795],
    'salt',
  ),
  minqinLake: habitat(
    ['民勤青土湖盐壳', 'the salt crust of Lake Qingtu'],
    '甘肃武威民勤',
    [103.61, 39.1, 1310],
    'salt',
  ),
  jintaSoil: habitat(
    ['金塔盐碱荒地土壤', 'saline waste land at Jinta'],
    '甘肃酒泉金塔',
    [98.97, 40.08, 1260],
    'salt',
  ),
  wushanSpring: habitat(
    ['武山温泉（38 ℃）出水口', 'the outlet of the Wushan hot spring (38 °C)'],
    '甘肃天水武山',
    [105.06, 34.63, 1560],
    'spring',
  ),
  tongweiSpring: habitat(
    ['通渭温泉（53 ℃）生物席', 'the microbial mat of the Tongwei hot spring (53 °C)'],
    '甘肃定西通渭',
    [105.11, 35.1, 1690],
    'spring',
  ),
  qingshuiSpring: habitat(
    ['清水温泉（54 ℃）管壁', 'the pipes of the Qingshui hot spring (54 °C)'],
    '甘肃天水清水',
    [106.22, 34.7, 1420],
    'spring',
  ),
  laohugou: habitat(
    ['老虎沟 12 号冰川表面冰尘穴', 'a cryoconite hole on Laohugou Glacier No. 12'],
    '甘肃酒泉肃北',
    [96.5, 39.45, 4620],
    'ice',
  ),
  qiyi: habitat(
    ['七一冰川融水', 'the meltwater of Qiyi Glacier'],
    '甘肃张掖肃南',
    [97.75, 39.24, 4310],
    'ice',
  ),
  dunde: habitat(
    ['敦德冰芯 32 m 处', 'a depth of 32 m in the Dunde ice core'],
    '甘肃酒泉肃北',
    [96.43, 38.1, 5325],
    'ice',
  ),
  permafrost: habitat(
    ['祁连山俄博岭多年冻土', 'the permafrost of Ebo Ridge in the Qilian Mountains'],
    '甘肃张掖民乐',
    [100.91, 38.02, 3690],
    'ice',
  ),
  dune: habitat(
    ['民勤流动沙丘', 'a moving dune at Minqin'],
    '甘肃武威民勤',
    [103.02, 38.74, 1370],
    'crust',
  ),
  crust: habitat(
    ['古浪沙地生物结皮', 'the living crust of the sands at Gulang'],
    '甘肃武威古浪',
    [103.42, 37.62, 1720],
    'crust',
  ),
  gobi: habitat(
    ['敦煌戈壁石下', 'the underside of stones in the Dunhuang gobi'],
    '甘肃酒泉敦煌',
    [94.36, 40.22, 1120],
    'crust',
  ),
  varnish: habitat(
    ['马鬃山岩漆', 'the desert varnish of Mazong Mountain'],
    '甘肃酒泉肃北',
    [97.05, 41.72, 1930],
    'crust',
  ),
  mogao: habitat(
    ['莫高窟洞窟空气', 'the air of a Mogao cave'],
    '甘肃敦煌莫高窟',
    [94.81, 40.04, 1330],
    'cave',
  ),
  plaster: habitat(
    ['莫高窟壁画酥碱处', 'the salt-worn plaster of a Mogao painting'],
    '甘肃敦煌莫高窟',
    [94.81, 40.04, 1330],
    'cave',
  ),
  maijishan: habitat(
    ['麦积山石窟渗水泥塑', 'a damp clay figure at Maijishan'],
    '甘肃天水麦积',
    [106, 34.35, 1650],
    'cave',
  ),
  oilField: habitat(
    ['玉门老君庙油井附近土壤', 'soil beside an oil well at Laojunmiao, Yumen'],
    '甘肃酒泉玉门',
    [97.58, 39.79, 2400],
    'crust',
  ),
  tailings: habitat(
    ['金川镍矿尾矿', 'the tailings of the Jinchuan nickel mine'],
    '甘肃金昌金川',
    [102.19, 38.5, 1570],
    'crust',
  ),
  loess: habitat(
    ['兰州九州台黄土 12 m 深处', 'a depth of 12 m in the loess of Jiuzhoutai'],
    '甘肃兰州',
    [103.79, 36.09, 2060],
    'crust',
  ),
  yakMilk: habitat(
    ['玛曲牧户发酵牦牛乳', 'fermented yak milk of a herder at Maqu'],
    '甘肃甘南玛曲',
    [102.07, 34, 3470],
    'ice',
  ),
  rumen: habitat(
    ['天祝白牦牛瘤胃', 'the rumen of a Tianzhu White yak'],
    '甘肃武威天祝',
    [103.14, 36.97, 2970],
    'spring',
  ),
  nodules: habitat(
    ['环县苜蓿根瘤', 'the root nodules of alfalfa at Huan'],
    '甘肃庆阳环县',
    [107.31, 36.57, 1255],
    'crust',
  ),
} as const
