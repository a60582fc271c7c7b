import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { DownloadLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { type EarlierCertificate, findCertificate, listEarlierCertificates } from '@/lib/certificates/queries';
import { levelLabels } from '@/lib/copy/dues';
import { formatDay } from '@/lib/days';
import { orNotFound } from '../../or-not-found';
import { loadCompany } from '../load-company';

export const metadata: Metadata = { title: '会员证' };

const columns: readonly Column<EarlierCertificate>[] = [
  { key: 'number', heading: '证书编号', cell: ({ number }) => <span className="num">{number}</span> },
  { key: 'reason', heading: '换发原因', cell: ({ reason }) => reason },
  { key: 'replacedOn', heading: '换发日期', cell: ({ replacedOn }) => formatDay(replacedOn) },
  { key: 'name', heading: '当时的单位名称', cell: ({ name }) => name },
  { key: 'level', heading: '当时的级别', cell: ({ level }) => levelLabels[level] },
  { key: 'issuedOn', heading: '发证日期', cell: ({ issuedOn }) => formatDay(issuedOn) },
];

export default async function CertificatePage({ searchParams }: PageProps<'/certificate'>) {
  const { actor, companyId } = await loadCompany(searchParams);
  const [certificate, earlier] = await Promise.all([
    orNotFound(findCertificate(actor, companyId)),
    orNotFound(listEarlierCertificates(actor, companyId)),
  ]);
  if (!certificate) {
    return (
      <>
        <PageTitle>会员证</PageTitle>
        <Note title="没有有效的会员证">会员资格恢复后，会员证会重新签发。有疑问请联系协会会员部。</Note>
      </>
    );
  }
  const href = `/api/certificates/${companyId}`;
  return (
    <>
      <PageTitle
        hint={certificate.name}
        actions={
          <DownloadLink href={href} look="primary" download>
            <Download aria-hidden="true" className="size-4.5" />
            下载电子会员证
          </DownloadLink>
        }
      >
        会员证
      </PageTitle>
      <div className="flex flex-col gap-5">
        <div className="grid items-start gap-5 lg:grid-cols-[1.4fr_1fr]">
          {/* biome-ignore lint/performance/noImgElement: a private picture goes through the policy, not through an optimiser */}
          <img
            src={`${href}/picture`}
            width={1600}
            height={1131}
            alt={`${certificate.name}的会员证，${levelLabels[certificate.level]}，有效期至 ${formatDay(certificate.validUntil)}`}
            className="h-auto w-full rounded-lg border border-line bg-white"
          />
          <Panel title="证书内容">
            <Facts
              rows={[
                { label: '会员编号', value: certificate.memberNumber },
                { label: '会员级别', value: levelLabels[certificate.level] },
                { label: '信用代码', value: certificate.uscc },
                { label: '发证日期', value: formatDay(certificate.issuedOn) },
                { label: '有效期至', value: formatDay(certificate.validUntil) },
                {
                  label: '查验码',
                  value: (
                    <>
                      <span className="block">{certificate.verifyCode}</span>
                      <CopyButton text={certificate.verifyUrl} label="查验网址" />
                    </>
                  ),
                },
              ]}
            />
            <p className="mt-3 text-sm text-ink-2">任何人扫证书上的二维码，或在“会员证查验”里输入查验码，都能看到今天的真实状态。</p>
          </Panel>
        </div>
        <Panel title="以前的会员证" hint={earlier.length ? '已换发，查验时会显示“已换发”' : undefined} flush={earlier.length > 0}>
          {earlier.length ? (
            <Table columns={columns} rows={earlier} rowKey={({ number }) => number} caption="以前的会员证" empty="" cards />
          ) : (
            <p className="text-ink-3">没有换发过。单位名称、信用代码或会员级别变更后，这里会自动换发新证，旧证列在这里。</p>
          )}
        </Panel>
      </div>
    </>
  );
}
