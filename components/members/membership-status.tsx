import { Facts } from '@/components/ui/facts';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { levelLabels } from '@/lib/copy/dues';
import { memberStateLabels, standingLabels, standingText } from '@/lib/copy/members';
import { formatDay } from '@/lib/days';
import type { MemberDetail } from '@/lib/members/get-member';
import { ENDED } from '@/lib/members/states';

/** 会员资格: state, level, dues and certificate as they are today, and below what can be done about it. */
export function MembershipStatus({ member, children }: { member: MemberDetail; children: React.ReactNode }) {
  const state = memberStateLabels[member.state];
  const standing = standingLabels[member.standing.status];
  return (
    <Panel title="会员资格">
      <Facts
        rows={[
          { label: '会员状态', value: <Tag tone={state.tone}>{state.text}</Tag> },
          { label: '会员级别', value: levelLabels[member.level] },
          { label: '会费情况', value: <Tag tone={standing.tone}>{standingText(member.standing)}</Tag> },
          {
            label: '会员证',
            value: member.certificateNumber
              ? `${member.certificateNumber}，${ENDED.includes(member.state) ? '已失效' : `有效期至 ${formatDay(member.validUntil)}`}`
              : '还没有签发',
          },
          ...(member.applicationId
            ? [{ label: '入会申请', value: <Link href={`/admin/applications/${member.applicationId}`}>查看申请和材料</Link> }]
            : []),
        ]}
      />
      {children}
    </Panel>
  );
}
