import type { Metadata } from 'next';
import { Facts } from '@/components/ui/facts';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { type VerifiedCertificate, verifyCertificate } from '@/lib/certificates/queries';
import { levelLabels } from '@/lib/copy/dues';
import { memberStateLabels, verdictTexts } from '@/lib/copy/members';
import { formatDay, formatMoment } from '@/lib/days';

export const metadata: Metadata = { title: '会员证查验结果', robots: { index: false } };

export default async function VerifiedPage({ params }: PageProps<'/verify/[token]'>) {
  const certificate = await verifyCertificate((await params).token);
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle>会员证查验结果</PageTitle>
      {certificate ? <Verified certificate={certificate} /> : <Unknown />}
      <p className="mt-5">
        <Link href="/verify">查验另一份会员证</Link>
      </p>
    </div>
  );
}

function Verified({ certificate }: { certificate: VerifiedCertificate }) {
  const verdict = verdictTexts[certificate.verdict];
  const { current } = certificate;
  return (
    <div className="flex flex-col gap-5">
      <Note tone={verdict.tone} title={verdict.title}>
        {verdict.text}
      </Note>
      {current && (
        <Panel title="该单位现在的情况">
          <Facts
            rows={[
              {
                label: '会员状态',
                value: <Tag tone={memberStateLabels[current.state].tone}>{memberStateLabels[current.state].text}</Tag>,
              },
              { label: '单位名称', value: current.name },
              { label: '信用代码', value: current.uscc },
              { label: '会员级别', value: levelLabels[current.level] },
              { label: '有效期至', value: formatDay(certificate.validUntil) },
            ]}
          />
        </Panel>
      )}
      <Panel title={current ? '这份旧证书上的内容' : '证书内容'} hint={`查验时间 ${formatMoment(certificate.verifiedAt)}`}>
        <Facts
          rows={[
            { label: '单位名称', value: certificate.name },
            { label: '信用代码', value: certificate.uscc },
            { label: '会员编号', value: certificate.memberNumber },
            { label: '会员级别', value: levelLabels[certificate.level] },
            { label: '入会日期', value: formatDay(certificate.joinedOn) },
            ...(current ? [] : [{ label: '有效期至', value: formatDay(certificate.validUntil) }]),
          ]}
        />
      </Panel>
    </div>
  );
}

function Unknown() {
  return (
    <Note tone="bad" title="没有查到这份会员证">
      请核对查验码是否输入完整。如果是扫描二维码进入的，这份证书可能不是由协会签发，请与协会联系核实。
    </Note>
  );
}
