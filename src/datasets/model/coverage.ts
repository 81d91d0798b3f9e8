import { columns, fieldsIn } from '../../core/field-list.ts'

const longitude = { from: -180, to: 180, unit: '°' }
const latitude = { from: -90, to: 90, unit: '°' }

/** What, where and when it was measured: NCDC's acquisition fields and DataCite's geoLocations. */
export const coverageFields = fieldsIn('coverage', {
  acquisitionStart: [
    'partial_date',
    '采集开始时间',
    'Acquired from',
    { standardNames: ['ds_acq_start_time'] },
  ],
  acquisitionEnd: [
    'partial_date',
    '采集结束时间',
    'Acquired until',
    { standardNames: ['ds_acq_end_time'] },
  ],
  acquisitionPlace: [
    'text',
    '采集地点',
    'Place of acquisition',
    { max: 500, search: 'C', standardNames: ['ds_acq_place'] },
  ],
  lonWest: [
    'number',
    '西边界经度',
    'Western bound',
    { ...longitude, standardNames: ['ds_acq_lon_west'] },
  ],
  lonEast: [
    'number',
    '东边界经度',
    'Eastern bound',
    { ...longitude, standardNames: ['ds_acq_lon_east'] },
  ],
  latSouth: [
    'number',
    '南边界纬度',
    'Southern bound',
    { ...latitude, standardNames: ['ds_acq_lat_south'] },
  ],
  latNorth: [
    'number',
    '北边界纬度',
    'Northern bound',
    { ...latitude, standardNames: ['ds_acq_lat_north'] },
  ],
  altitudeLow: [
    'number',
    '最低海拔',
    'Lowest altitude',
    { from: -12_000, to: 100_000, unit: 'm', standardNames: ['ds_acq_alt_low'] },
  ],
  altitudeHigh: [
    'number',
    '最高海拔',
    'Highest altitude',
    { from: -12_000, to: 100_000, unit: 'm', standardNames: ['ds_acq_alt_high'] },
  ],
  coverageRegion: ['code', '行政区划', 'Administrative region', { vocabulary: 'region' }],
  geoLocations: [
    'rows',
    '空间范围',
    'Geographic locations',
    {
      max: 200,
      search: 'C',
      columns: columns({
        place: ['text', '地名', 'Place', { max: 300 }],
        pointLongitude: ['number', '点的经度', 'Point longitude', longitude],
        pointLatitude: ['number', '点的纬度', 'Point latitude', latitude],
        west: ['number', '矩形西界', 'West boundary', longitude],
        east: ['number', '矩形东界', 'East boundary', longitude],
        south: ['number', '矩形南界', 'South boundary', latitude],
        north: ['number', '矩形北界', 'North boundary', latitude],
        polygon: ['longtext', '多边形', 'Polygon'],
        inPolygonPoint: ['text', '多边形内一点', 'Point inside the polygon', { max: 60 }],
      }),
    },
  ],
  variables: ['list', '变量', 'Variables', { max: 300, maxEntry: 200, search: 'C' }],
  spatialResolution: [
    'text',
    '空间分辨率',
    'Spatial resolution',
    { max: 200, search: 'D', standardNames: ['ds_space_res'] },
  ],
  temporalResolution: [
    'text',
    '时间分辨率',
    'Temporal resolution',
    { max: 200, search: 'D', standardNames: ['ds_time_res'] },
  ],
  coordinateSystem: [
    'text',
    '坐标系',
    'Coordinate system',
    { max: 200, standardNames: ['ds_coordinate'] },
  ],
  projection: ['text', '投影', 'Projection', { max: 200, standardNames: ['ds_projection'] }],
})
