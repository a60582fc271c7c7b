import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { DownloadLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { ASSOCIATION } from '@/lib/copy/association';
import { getUnkeptCodes } from '@/lib/factors/queries';
import { inFours } from '@/lib/factors/schema';
import { requirePending } from '@/lib/session';
import { keepCodesAction } from '../actions';

export const metadata: Metadata = { title: '保存恢复码' };

export default async function RecoveryCodesPage({ searchParams }: PageProps<'/second-factor/recovery-codes'>) {
  const { next } = await searchParams;
  const wanted = typeof next === 'string' ? next : '';
  const actor = await requirePending('keepCodes', wanted);
  const codes = (await getUnkeptCodes(actor)).map(inFours);
  const text = `${ASSOCIATION.shortName}${ASSOCIATION.system} 恢复码（账号 ${actor.phone}）\n每个只能用一次。\n\n${codes.join('\n')}\n`;
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle hint="手机不在身边、丢失或换了手机时，用其中一个代替动态码登录。每个只能用一次。">保存恢复码</PageTitle>
      <div className="flex flex-col gap-5">
        <div data-noprint>
          <Note tone="warn" title="这十个恢复码只在这里显示">
            请打印或抄下来，放在只有您拿得到的地方，不要和密码放在一起，不要发给别人。按下“我已保存”以后，系统里只留下无法还原的校验值。
          </Note>
        </div>
        <Panel title={`恢复码　${actor.name} ${actor.phone}`}>
          <ol className="num grid list-inside list-decimal gap-x-8 gap-y-2 text-lg marker:text-sm marker:text-ink-3 sm:grid-cols-2">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
        </Panel>
        <div className="flex flex-wrap items-center gap-3" data-noprint>
          <DownloadLink href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download="恢复码.txt">
            下载文本文件
          </DownloadLink>
          <PrintButton />
          <CopyButton text={text} label="恢复码" />
        </div>
        <div data-noprint>
          <ActionForm action={keepCodesAction} hidden={{ next: wanted }}>
            <SubmitButton>我已保存</SubmitButton>
          </ActionForm>
        </div>
      </div>
    </div>
  );
}
