import { CopyButton } from '@/components/ui/copy-button';
import { type Fact, Facts } from '@/components/ui/facts';
import { Missing } from '@/components/ui/missing';
import { companyFieldLabels as labels } from '@/lib/copy/applications';
import { formatDay } from '@/lib/days';
import type { MemberDetail } from '@/lib/members/get-member';

const FIELDS = ['industry', 'field', 'legalRepresentative', 'companyType', 'affiliation', 'qualifications', 'profile'] as const;

/** 企业信息 of a member, with the names it had. */
export function MemberFacts({ member }: { member: MemberDetail }) {
  const { words, fields, formerNames, formerNumbers } = member;
  const text = (name: keyof typeof labels) => words[name] || <Missing />;
  const rows: Fact[] = [
    {
      label: labels.uscc,
      value: (
        <>
          {fields.uscc} <CopyButton text={fields.uscc} label="信用代码" />
        </>
      ),
    },
    ...formerNames.map(({ name, from, to }) => ({
      label: '曾用名',
      value: `${name}（${from ? formatDay(from) : ''}至 ${formatDay(to)}）`,
    })),
    ...(formerNumbers.length ? [{ label: '以前的编号', value: formerNumbers.join('、') }] : []),
    { label: '所在省市', value: [...new Set([words.provinceCode, words.cityCode])].filter(Boolean).join(' ') || text('provinceCode') },
    { label: labels.address, value: text('address') },
    { label: labels.postcode, value: text('postcode') },
    ...FIELDS.map((name) => ({ label: labels[name], value: <span className="whitespace-pre-line">{text(name)}</span> })),
  ];
  return <Facts rows={rows} />;
}
