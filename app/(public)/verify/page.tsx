import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { normaliseToken } from '@/lib/certificates/token-format';

export const metadata: Metadata = { title: '会员证查验' };

export default async function VerifyPage({ searchParams }: PageProps<'/verify'>) {
  const { code } = await searchParams;
  if (typeof code === 'string' && normaliseToken(code)) redirect(`/verify/${normaliseToken(code)}`);
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle hint="用手机扫会员证上的二维码，或输入证书下方的查验码。">会员证查验</PageTitle>
      <Panel>
        <form action="/verify" className="flex flex-col gap-4">
          <div>
            <label htmlFor="code" className="mb-1.5 block text-[15px] font-semibold">
              查验码<small className="ml-1.5 text-xs font-normal text-ink-3">32 位，空格和大小写都可以</small>
            </label>
            <input id="code" name="code" required autoComplete="off" className="control num uppercase" />
          </div>
          <Button type="submit">查验</Button>
        </form>
      </Panel>
    </div>
  );
}
