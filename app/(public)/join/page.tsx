import type { Metadata } from 'next';
import { JoinSteps } from '@/components/applications/join-steps';
import { DownloadLink } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { MAX_BYTES, MAX_PAGES } from '@/lib/uploads/limits';

export const metadata: Metadata = { title: '入会程序' };

export default function JoinPage() {
  return (
    <>
      <PageTitle actions={<ButtonLink href="/register">新会员注册</ButtonLink>}>入会程序</PageTitle>
      <div className="flex flex-col gap-5">
        <Panel title="办理步骤">
          <JoinSteps />
        </Panel>
        <Panel title="入会条件">
          <ul className="list-disc pl-5">
            <li>
              拥护协会<Link href="/charter">章程</Link>，有加入协会的意愿；
            </li>
            <li>在工程建设行业内依法登记并具有一定影响；</li>
            <li>遵守国家法律法规，信誉良好。</li>
          </ul>
        </Panel>
        <Panel title="需要准备的材料" hint={`可以是 PDF 或图片，单个文件不超过 ${MAX_BYTES / 1024 / 1024} MB，每份不超过 ${MAX_PAGES} 页`}>
          <ul className="mb-4 list-disc pl-5">
            <li>入会申请表：填报、盖章后扫描</li>
            <li>信用承诺书：盖章后扫描</li>
            <li>营业执照：扫描件</li>
            <li>
              会费汇款凭证或银行流水号（<Link href="/fees">会费标准</Link>）
            </li>
          </ul>
          <div className="flex flex-wrap gap-3">
            <DownloadLink href="/api/templates/applicationForm">下载“入会申请表”模板</DownloadLink>
            <DownloadLink href="/api/templates/creditPledge">下载“信用承诺书”模板</DownloadLink>
          </div>
        </Panel>
      </div>
    </>
  );
}
