import type { ChangeField } from '../companies/change-fields';
import type { ChangeEventName } from '../companies/states';
import type { ChangeKind, ChangeState } from '../generated/prisma/enums';
import { companyFieldLabels, liaisonFieldLabels, type Tone } from './applications';

/** How a thing that changes is called, in histories and in an SMS. */
export const changeFieldLabels: Record<ChangeField, string> = {
  membership: '会员资格',
  identity: '单位名称、信用代码',
  industry: companyFieldLabels.industry,
  field: companyFieldLabels.field,
  address: '通讯地址',
  legalRepresentative: companyFieldLabels.legalRepresentative,
  companyType: companyFieldLabels.companyType,
  affiliation: companyFieldLabels.affiliation,
  profile: companyFieldLabels.profile,
  qualifications: companyFieldLabels.qualifications,
  firstLiaison: '第一联络员',
  secondLiaison: '第二联络员',
};

/** The values within a change; a liaison's name is not a company's. */
export function changeValueLabel(field: string, name: string): string {
  const labels: Record<string, string> =
    field === 'firstLiaison' || field === 'secondLiaison'
      ? liaisonFieldLabels
      : { ...companyFieldLabels, provinceCode: '所在省市', reason: '退会原因' };
  return labels[name] ?? name;
}

export const changeKindLabels: Record<ChangeKind, string> = { edit: '修改', notice: '变更通知', request: '更名申请', exit: '退会申请' };

export const changeStateLabels: Record<ChangeState, { text: string; tone: Tone }> = {
  done: { text: '已生效', tone: 'plain' },
  pending: { text: '待处理', tone: 'warn' },
  acknowledged: { text: '已知悉', tone: 'ok' },
  undone: { text: '已撤销', tone: 'bad' },
  returned: { text: '已退回', tone: 'warn' },
  confirmed: { text: '已确认', tone: 'ok' },
  withdrawn: { text: '已撤回', tone: 'plain' },
  declined: { text: '不予办理', tone: 'bad' },
};

/** What happened to a change after it was made. */
export const changeEventLabels: Record<ChangeEventName, string> = {
  acknowledge: '已知悉',
  undo: '撤销修改',
  confirm: '确认变更',
  return: '退回',
  resubmit: '修改后重新提交',
  withdraw: '撤回申请',
  accept: '同意退会',
  decline: '不予办理',
  replace: '按来函更换',
};
