import type { Stage } from './applications';

/** The demo's people: known passwords, so never on a machine that others reach. */
export const MEMBER_PASSWORD = 'yanshi-mima-2026';
export const STAFF_PASSWORD = 'gongzuo-renyuan-2026';

/** Their authenticators' secrets are known like the passwords; who has none is led to setting one up. */
export const demoStaff = [
  { phone: '13900000001', name: '王审核', roles: ['reviewer'], secret: 'DEMOSHENHEAAAAAAAAAAAAAAAAAAAA22' },
  { phone: '13900000002', name: '陈财务', roles: ['finance'], secret: 'DEMOCAIWUAAAAAAAAAAAAAAAAAAAAA23' },
  { phone: '13900000003', name: '刘秘书长', roles: ['overseer'], secret: 'DEMOMISHUZHANGAAAAAAAAAAAAAAAA24' },
  { phone: '13900000004', name: '赵管理', roles: ['admin'], secret: 'DEMOGUANLIAAAAAAAAAAAAAAAAAAAA25' },
  { phone: '13900000005', name: '孙新来', roles: ['reviewer'], secret: undefined },
] as const;

export const demoApplicants: {
  phone: string;
  person: string;
  company: string;
  stage: Stage;
  province: [string, string];
  address: string;
}[] = [
  {
    phone: '13800000001',
    person: '张建国',
    company: '北京远筑建设集团有限公司',
    stage: 'approved',
    province: ['110000', '110100'],
    address: '北京市海淀区北蜂窝中路 15 号',
  },
  {
    phone: '13800000002',
    person: '周敏',
    company: '江苏长垣建工集团有限公司',
    stage: 'submitted',
    province: ['320000', '320100'],
    address: '江苏省南京市鼓楼区中山北路 88 号',
  },
  {
    phone: '13800000003',
    person: '吴志强',
    company: '四川岷源路桥工程有限公司',
    stage: 'submitted',
    province: ['510000', '510100'],
    address: '四川省成都市武侯区人民南路 30 号',
  },
  {
    phone: '13800000004',
    person: '郑晓燕',
    company: '浙江之南市政园林有限公司',
    stage: 'returned',
    province: ['330000', '330100'],
    address: '浙江省杭州市西湖区文三路 66 号',
  },
  {
    phone: '13800000005',
    person: '孙伟',
    company: '湖北楚恒机电安装有限公司',
    stage: 'rejected',
    province: ['420000', '420100'],
    address: '湖北省武汉市洪山区珞喻路 9 号',
  },
  {
    phone: '13800000006',
    person: '何丽华',
    company: '广东岭峰建筑工程有限公司',
    stage: 'documents',
    province: ['440000', '440100'],
    address: '广东省广州市天河区天河北路 12 号',
  },
  {
    phone: '13800000007',
    person: '马骏',
    company: '陕西秦基隧道工程有限公司',
    stage: 'registered',
    province: ['610000', '610100'],
    address: '陕西省西安市雁塔区科技路 5 号',
  },
];
