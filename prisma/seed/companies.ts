import type { CompanyAnswers } from '../../lib/applications/schema';
import { hasOrganisationCheck, hasUsccCheck } from '../../lib/uscc';

const CHECKS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A valid credit code for the n-th made-up company: region 110000, both check characters right. */
export function sampleUscc(n: number): string {
  const body = `91110000MA${String(n).padStart(6, '0')}`;
  for (const organisation of '0123456789X') {
    for (const check of CHECKS) {
      const code = `${body}${organisation}${check}`;
      if (hasOrganisationCheck(code) && hasUsccCheck(code)) return code;
    }
  }
  throw new Error(`no code for ${n}`);
}

/** Complete answers of the company step, to be varied. */
export function sampleAnswers(change: Partial<CompanyAnswers> & Pick<CompanyAnswers, 'name' | 'uscc'>): CompanyAnswers {
  return {
    usccConfirmed: false,
    industry: 'building',
    field: 'general',
    provinceCode: '110000',
    cityCode: '110100',
    address: '北京市海淀区北蜂窝中路 15 号',
    postcode: '100038',
    legalRepresentative: '李卫东',
    companyType: 'private',
    affiliation: 'private',
    profile: '成立于 1998 年，具有建筑工程施工总承包特级资质，近三年承建项目 126 项，获国家优质工程奖 2 项。',
    liaisons: [{ order: 'first', name: '张建国', department: '企业管理部', title: '主任', mobile: '13800000001', email: 'zhangjg@qq.com' }],
    qualifications: ['building', 'municipal'],
    ...change,
  };
}
