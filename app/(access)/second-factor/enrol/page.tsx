import type { Metadata } from 'next';
import { CopyButton } from '@/components/ui/copy-button';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { QrCode } from '@/components/ui/qr-code';
import { getEnrolment } from '@/lib/factors/queries';
import { inFours } from '@/lib/factors/schema';
import { requirePending } from '@/lib/session';
import { EnrolFactorForm } from './enrol-factor-form';

export const metadata: Metadata = { title: '设置验证器' };

export default async function EnrolPage({ searchParams }: PageProps<'/second-factor/enrol'>) {
  const { next } = await searchParams;
  const wanted = typeof next === 'string' ? next : '';
  const { secret, uri } = getEnrolment(await requirePending('enrol', wanted));
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle hint="工作人员登录除了密码，还要填手机验证器里的动态码：别人知道了密码也进不来。现在设置一次，约两分钟。">
        设置验证器
      </PageTitle>
      <div className="flex flex-col gap-5">
        <Panel title="1　在手机上准备一个验证器">
          <p>任选一个，手机上已有的也可以：</p>
          <ul className="my-2 list-disc pl-5">
            <li>微信里搜索小程序“腾讯身份验证器”，不用另装软件；</li>
            <li>阿里云 App 里的“虚拟 MFA”；</li>
            <li>应用商店里的 Microsoft Authenticator；</li>
            <li>苹果手机自带的“密码”。</li>
          </ul>
          <p className="text-sm text-ink-3">
            凡是支持 TOTP（RFC 6238）的都可以。列出只为方便查找，协会与这些产品没有关系，也不代表推荐。动态码在手机上算出，不需要联网。
          </p>
        </Panel>
        <Panel title="2　把本系统加进验证器">
          <div className="grid items-center gap-x-8 gap-y-4 sm:grid-cols-[auto_1fr]">
            <QrCode text={uri} label="设置验证器的二维码" className="mx-auto w-52" />
            <div className="min-w-0">
              <p className="mb-4">在验证器里选“添加”或“扫一扫”，扫这个二维码。</p>
              <p>不方便扫码，或者就在这部手机上设置：选“手动输入”，类型选“基于时间”，填密钥：</p>
              <p className="my-1 text-lg leading-relaxed font-semibold break-words">{inFours(secret)}</p>
              <CopyButton text={secret} label="密钥" />
            </div>
          </div>
        </Panel>
        <Panel title="3　填写验证器显示的动态码">
          <EnrolFactorForm next={wanted} />
        </Panel>
      </div>
    </div>
  );
}
