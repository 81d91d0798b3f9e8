-- Reports: what a year of an instrument should bring, and what is told to the national instrument network (NRII).

-- Yearly figures that reports stand beside; people change them as the authorities do.
create table report_norm (
  name text primary key,
  value numeric not null check (value >= 0),
  unit text not null,
  label_zh text not null,
  label_en text not null,
  source text
);
insert into report_norm (name, value, unit, label_zh, label_en, source) values
  ('quota_general', 1400, 'h', '通用仪器定额机时', 'Expected hours of a general instrument', 'Customary; 1600 is also used'),
  ('quota_special', 800, 'h', '专用仪器定额机时', 'Expected hours of a special instrument', 'Customary'),
  ('national_effective', 1599, 'h', '全国平均有效机时', 'National mean of effective hours', 'National report of 2025'),
  ('national_external', 273, 'h', '全国平均对外机时', 'National mean of external hours', 'National report of 2025'),
  ('worth_province', 30, '10^4.CNY', '全省开放起点原值', 'Original value from which Gansu opens', 'Gansu'),
  ('worth_nation', 50, '10^4.CNY', '国家考核起点原值', 'Original value from which the nation counts', 'National appraisal');
