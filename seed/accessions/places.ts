import type { Text } from '../../src/core/text.ts'

/** Where germplasm comes from: a county, what grows there and under which sky. */
export type Place = {
  name: Text
  prefecture: Text
  longitude: number
  latitude: number
  elevation: number
  climate: string
  soil: string
  ecosystem: string
  /** Where wild plants stand there. */
  ground: Text
  /** That ground as MCPD's COLLSRC has it. */
  habitat: string
  temperature: number
  rainfall: number
}

type Row = readonly [
  key: string,
  zh: string,
  en: string,
  prefectureZh: string,
  prefectureEn: string,
  longitude: number,
  latitude: number,
  elevation: number,
  land: keyof typeof lands,
  temperature: number,
  rainfall: number,
]

const lands = {
  oasis: ['温带干旱区', '灌漠土', '绿洲农田', '绿洲边缘', 'the edge of the oasis', '62'],
  gobi: ['温带干旱区', '灰棕漠土', '荒漠', '戈壁', 'the gravel desert', '14'],
  sand: ['温带干旱区', '风沙土', '沙地', '沙地', 'the sands', '14'],
  loess: ['温带半干旱区', '黄绵土', '黄土高原旱作农田', '黄土坡', 'loess slopes', '13'],
  dark: [
    '温带半湿润区',
    '黑垆土',
    '黄土高原旱作农田',
    '塬边沟坡',
    'the slopes below the loess tableland',
    '12',
  ],
  meadow: ['高原亚寒带半湿润区', '高山草甸土', '高寒草甸', '高寒草甸', 'alpine meadow', '13'],
  steppe: ['温带半干旱区', '栗钙土', '山地草原', '山地草原', 'mountain steppe', '13'],
  forest: ['暖温带湿润区', '棕壤', '山地森林', '林缘', 'the edge of the woods', '11'],
  valley: ['北亚热带湿润区', '褐土', '河谷农田', '河谷坡地', 'the slopes above the river', '12'],
  upland: ['温带半湿润区', '黑钙土', '高寒阴湿农田', '阴湿山坡', 'cool, wet hillsides', '12'],
} as const

const rows: readonly Row[] = [
  ['dunhuang', '敦煌', 'Dunhuang', '酒泉', 'Jiuquan', 94.66, 40.14, 1139, 'oasis', 9.9, 42],
  ['guazhou', '瓜州', 'Guazhou', '酒泉', 'Jiuquan', 95.78, 40.52, 1171, 'gobi', 8.8, 53],
  ['subei', '肃北', 'Subei', '酒泉', 'Jiuquan', 94.88, 39.51, 2137, 'steppe', 6.6, 156],
  ['aksay', '阿克塞', 'Aksay', '酒泉', 'Jiuquan', 94.34, 39.63, 1700, 'gobi', 5.1, 98],
  ['suzhou', '肃州', 'Suzhou', '酒泉', 'Jiuquan', 98.51, 39.74, 1477, 'oasis', 7.9, 88],
  ['jinta', '金塔', 'Jinta', '酒泉', 'Jiuquan', 98.9, 39.98, 1270, 'gobi', 8.6, 62],
  ['gaotai', '高台', 'Gaotai', '张掖', 'Zhangye', 99.82, 39.38, 1332, 'oasis', 8.1, 108],
  ['linze', '临泽', 'Linze', '张掖', 'Zhangye', 100.17, 39.15, 1453, 'oasis', 7.7, 118],
  ['ganzhou', '甘州', 'Ganzhou', '张掖', 'Zhangye', 100.45, 38.93, 1483, 'oasis', 7.4, 131],
  ['minle', '民乐', 'Minle', '张掖', 'Zhangye', 100.82, 38.43, 2271, 'upland', 4.1, 351],
  ['shandan', '山丹', 'Shandan', '张掖', 'Zhangye', 101.09, 38.78, 1764, 'steppe', 6.9, 205],
  ['sunan', '肃南', 'Sunan', '张掖', 'Zhangye', 99.62, 38.84, 2312, 'steppe', 4.2, 266],
  ['yongchang', '永昌', 'Yongchang', '金昌', 'Jinchang', 101.97, 38.25, 1976, 'steppe', 5.4, 201],
  ['minqin', '民勤', 'Minqin', '武威', 'Wuwei', 103.09, 38.62, 1367, 'sand', 8.5, 113],
  ['liangzhou', '凉州', 'Liangzhou', '武威', 'Wuwei', 102.64, 37.93, 1531, 'oasis', 8.4, 171],
  ['gulang', '古浪', 'Gulang', '武威', 'Wuwei', 102.9, 37.47, 2072, 'steppe', 5.6, 361],
  ['tianzhu', '天祝', 'Tianzhu', '武威', 'Wuwei', 103.14, 36.97, 2970, 'meadow', 0.6, 408],
  ['jingtai', '景泰', 'Jingtai', '白银', 'Baiyin', 104.06, 37.18, 1630, 'gobi', 9.1, 180],
  ['jingyuan', '靖远', 'Jingyuan', '白银', 'Baiyin', 104.68, 36.57, 1398, 'loess', 9.4, 226],
  ['huining', '会宁', 'Huining', '白银', 'Baiyin', 105.05, 35.69, 1754, 'loess', 7.9, 370],
  ['yongdeng', '永登', 'Yongdeng', '兰州', 'Lanzhou', 103.26, 36.74, 2119, 'loess', 6.3, 290],
  ['gaolan', '皋兰', 'Gaolan', '兰州', 'Lanzhou', 103.95, 36.33, 1668, 'loess', 7.2, 256],
  ['yuzhong', '榆中', 'Yuzhong', '兰州', 'Lanzhou', 104.11, 35.84, 1875, 'loess', 6.9, 376],
  ['qilihe', '七里河', 'Qilihe', '兰州', 'Lanzhou', 103.79, 36.07, 1560, 'loess', 9.8, 311],
  ['anding', '安定', 'Anding', '定西', 'Dingxi', 104.61, 35.58, 1899, 'loess', 7.3, 386],
  ['tongwei', '通渭', 'Tongwei', '定西', 'Dingxi', 105.24, 35.21, 1769, 'loess', 7.5, 390],
  ['longxi', '陇西', 'Longxi', '定西', 'Dingxi', 104.63, 35, 1730, 'loess', 8.1, 424],
  ['weiyuan', '渭源', 'Weiyuan', '定西', 'Dingxi', 104.22, 35.14, 2080, 'upland', 6.1, 507],
  ['lintao', '临洮', 'Lintao', '定西', 'Dingxi', 103.86, 35.39, 1894, 'loess', 7.4, 489],
  ['zhang', '漳县', 'Zhang', '定西', 'Dingxi', 104.47, 34.85, 1883, 'upland', 7.6, 443],
  ['min', '岷县', 'Min', '定西', 'Dingxi', 104.04, 34.44, 2315, 'upland', 5.9, 564],
  ['hezuo', '合作', 'Hezuo', '甘南', 'Gannan', 102.91, 35, 2910, 'meadow', 2.4, 532],
  ['xiahe', '夏河', 'Xiahe', '甘南', 'Gannan', 102.52, 35.2, 2915, 'meadow', 3.1, 437],
  ['luqu', '碌曲', 'Luqu', '甘南', 'Gannan', 102.49, 34.59, 3110, 'meadow', 2.3, 610],
  ['maqu', '玛曲', 'Maqu', '甘南', 'Gannan', 102.07, 34, 3471, 'meadow', 1.8, 600],
  ['zhuoni', '卓尼', 'Jonê', '甘南', 'Gannan', 103.51, 34.59, 2540, 'forest', 4.6, 570],
  ['diebu', '迭部', 'Têwo', '甘南', 'Gannan', 103.22, 34.06, 2374, 'forest', 7.1, 574],
  ['linxia', '临夏', 'Linxia', '临夏', 'Linxia', 103.21, 35.6, 1917, 'dark', 7.3, 501],
  ['hezheng', '和政', 'Hezheng', '临夏', 'Linxia', 103.35, 35.43, 2136, 'upland', 5.9, 618],
  ['wudu', '武都', 'Wudu', '陇南', 'Longnan', 104.93, 33.39, 1079, 'valley', 14.9, 471],
  ['wenxian', '文县', 'Wen', '陇南', 'Longnan', 104.68, 32.94, 1014, 'valley', 15.1, 437],
  ['tanchang', '宕昌', 'Tanchang', '陇南', 'Longnan', 104.39, 34.05, 1753, 'forest', 9, 601],
  ['chengxian', '成县', 'Cheng', '陇南', 'Longnan', 105.74, 33.75, 970, 'forest', 12.1, 620],
  ['huixian', '徽县', 'Hui', '陇南', 'Longnan', 106.09, 33.77, 931, 'forest', 12.3, 745],
  ['lixian', '礼县', 'Li', '陇南', 'Longnan', 105.18, 34.19, 1404, 'dark', 10.1, 487],
  ['xihe', '西和', 'Xihe', '陇南', 'Longnan', 105.3, 34.01, 1579, 'dark', 8.9, 533],
  ['kangxian', '康县', 'Kang', '陇南', 'Longnan', 105.6, 33.33, 1221, 'forest', 11.2, 742],
  ['maiji', '麦积', 'Maiji', '天水', 'Tianshui', 105.89, 34.57, 1085, 'dark', 11.6, 501],
  ['qinan', '秦安', 'Qin’an', '天水', 'Tianshui', 105.67, 34.86, 1216, 'dark', 10.9, 461],
  ['gangu', '甘谷', 'Gangu', '天水', 'Tianshui', 105.33, 34.74, 1272, 'dark', 10.7, 441],
  ['qingshui', '清水', 'Qingshui', '天水', 'Tianshui', 106.14, 34.75, 1378, 'dark', 9.3, 562],
  ['zhuanglang', '庄浪', 'Zhuanglang', '平凉', 'Pingliang', 106.04, 35.2, 1615, 'loess', 8.4, 500],
  ['jingning', '静宁', 'Jingning', '平凉', 'Pingliang', 105.73, 35.52, 1650, 'loess', 7.8, 424],
  ['jingchuan', '泾川', 'Jingchuan', '平凉', 'Pingliang', 107.37, 35.33, 1029, 'dark', 10.1, 538],
  ['kongtong', '崆峒', 'Kongtong', '平凉', 'Pingliang', 106.67, 35.54, 1346, 'dark', 9.3, 488],
  ['xifeng', '西峰', 'Xifeng', '庆阳', 'Qingyang', 107.64, 35.73, 1421, 'dark', 9.1, 532],
  ['huanxian', '环县', 'Huan', '庆阳', 'Qingyang', 107.31, 36.57, 1255, 'loess', 9, 409],
  ['ningxian', '宁县', 'Ning', '庆阳', 'Qingyang', 107.93, 35.5, 1220, 'dark', 9.6, 551],
  ['zhenyuan', '镇原', 'Zhenyuan', '庆阳', 'Qingyang', 107.2, 35.68, 1250, 'dark', 9.4, 474],
  ['yumen', '玉门', 'Yumen', '酒泉', 'Jiuquan', 97.04, 40.29, 1526, 'gobi', 7.3, 67],
  ['anning', '安宁', 'Anning', '兰州', 'Lanzhou', 103.72, 36.1, 1530, 'loess', 9.8, 312],
  ['honggu', '红古', 'Honggu', '兰州', 'Lanzhou', 102.86, 36.35, 1620, 'loess', 9.1, 325],
  ['yongjing', '永靖', 'Yongjing', '临夏', 'Linxia', 103.29, 35.96, 1630, 'loess', 9.5, 299],
  ['dongxiang', '东乡', 'Dongxiang', '临夏', 'Linxia', 103.39, 35.66, 2510, 'loess', 5.7, 455],
  ['jishishan', '积石山', 'Jishishan', '临夏', 'Linxia', 102.88, 35.72, 2290, 'upland', 5.4, 660],
  ['zhouqu', '舟曲', 'Zhugqu', '甘南', 'Gannan', 104.37, 33.78, 1400, 'valley', 13.4, 436],
  ['liangdang', '两当', 'Liangdang', '陇南', 'Longnan', 106.3, 33.91, 967, 'forest', 11.6, 631],
  ['qinzhou', '秦州', 'Qinzhou', '天水', 'Tianshui', 105.72, 34.58, 1160, 'dark', 11.3, 492],
  [
    'zhangjiachuan',
    '张家川',
    'Zhangjiachuan',
    '天水',
    'Tianshui',
    106.2,
    34.99,
    1700,
    'upland',
    7.5,
    600,
  ],
  ['huating', '华亭', 'Huating', '平凉', 'Pingliang', 106.65, 35.22, 1440, 'forest', 7.9, 607],
  ['lingtai', '灵台', 'Lingtai', '平凉', 'Pingliang', 107.62, 35.07, 1360, 'dark', 8.8, 613],
  ['qingcheng', '庆城', 'Qingcheng', '庆阳', 'Qingyang', 107.88, 36.02, 1120, 'dark', 9.4, 537],
  ['huachi', '华池', 'Huachi', '庆阳', 'Qingyang', 107.99, 36.46, 1290, 'loess', 8.3, 492],
  ['heshui', '合水', 'Heshui', '庆阳', 'Qingyang', 108.02, 35.82, 1210, 'dark', 9.5, 555],
  ['zhengning', '正宁', 'Zhengning', '庆阳', 'Qingyang', 108.36, 35.49, 1450, 'dark', 8.3, 624],
]

const places: ReadonlyMap<string, Place> = new Map(
  rows.map(
    ([
      key,
      zh,
      en,
      prefectureZh,
      prefectureEn,
      longitude,
      latitude,
      elevation,
      land,
      temperature,
      rainfall,
    ]) => {
      const [climate, soil, ecosystem, groundZh, groundEn, habitat] = lands[land]
      return [
        key,
        {
          name: { zh, en },
          prefecture: { zh: prefectureZh, en: prefectureEn },
          longitude,
          latitude,
          elevation,
          climate,
          soil,
          ecosystem,
          ground: { zh: groundZh, en: groundEn },
          habitat,
          temperature,
          rainfall,
        },
      ]
    },
  ),
)

export function placeNamed(key: string): Place {
  const place = places.get(key)
  if (!place) throw new Error(`No place ${key}.`)
  return place
}
