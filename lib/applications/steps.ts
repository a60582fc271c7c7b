import type { FileKind } from '../generated/prisma/enums';

/** The wizard. Reordering it means moving a row. */
export const steps = [
  { id: 'charter', path: '/apply/charter', title: '阅读章程' },
  { id: 'company', path: '/apply/company', title: '企业信息' },
  { id: 'documents', path: '/apply/documents', title: '申请材料' },
  { id: 'dues', path: '/apply/dues', title: '交纳会费' },
  { id: 'review', path: '/apply/review', title: '核对提交' },
] as const;

export type StepId = (typeof steps)[number]['id'];

export function pathOf(step: StepId): string {
  return steps.find(({ id }) => id === step)?.path ?? '/apply';
}

/** 申请材料: what every application needs (manual 一(六)). */
export const documentKinds = ['applicationForm', 'creditPledge', 'businessLicense'] as const satisfies FileKind[];
