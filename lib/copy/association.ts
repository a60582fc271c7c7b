export const ASSOCIATION = {
  name: '中国施工企业管理协会',
  shortName: '中施企协',
  system: '会员管理系统',
  site: 'http://www.cacem.com.cn',
} as const;
