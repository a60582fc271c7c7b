/** The checklist, in the order of the desk. */
export const checkItemNames = ['name', 'license', 'form', 'number', 'handFilled', 'pledge', 'qualifications', 'registry'] as const;
export type CheckItem = (typeof checkItemNames)[number];

/** What a reviewer compares before deciding. */
export const checkItems: Record<CheckItem, string> = {
  name: '单位名称、信用代码与营业执照一致',
  license: '营业执照清晰、在有效期内',
  form: '入会申请表与填写的内容一致，已盖章',
  number: '申请表、承诺书上的编号与提交的内容一致',
  handFilled: '手工填写，没有编号，已逐项核对',
  pledge: '信用承诺书完整，已盖章',
  qualifications: '特级资质已在四库一平台核对',
  registry: '企业状态已在公示系统核对',
};

/** Of these only one can be true: ticking it takes the other's tick back. */
export const otherCheck: Partial<Record<CheckItem, CheckItem>> = { number: 'handFilled', handFilled: 'number' };

/** Comments that reviewers write most, to take over with one click and change where needed. */
export const stockComments = {
  company: ['与营业执照不一致，请按营业执照填写。', '与盖章的申请表不一致，请核对。', '填写不完整，请补充。'],
  documents: ['没有盖章，请盖章后重新扫描。', '盖章不清晰，请重新扫描。', '缺页，请补全。', '扫描件看不清，请重新扫描或拍照。'],
  stamped: ['编号与填写的内容不一致，请下载填好的新表，盖章后重新扫描。'],
} as const;

/** Where a reviewer looks a company up. */
export const registries = [
  { name: '国家企业信用信息公示系统', href: 'https://www.gsxt.gov.cn/' },
  { name: '四库一平台', href: 'https://jzsc.mohurd.gov.cn/' },
] as const;
