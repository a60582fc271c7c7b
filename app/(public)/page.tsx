import { BadgeCheck, FileText, LogIn } from 'lucide-react';
import { JoinSteps } from '@/components/applications/join-steps';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panel';
import { ASSOCIATION } from '@/lib/copy/association';

const ways = [
  { href: '/login', icon: LogIn, title: '会员登录', text: '查看会员信息和会费，下载电子会员证' },
  { href: '/join', icon: FileText, title: '入会程序', text: '入会条件、需要的材料和办理步骤' },
  { href: '/verify', icon: BadgeCheck, title: '会员证查验', text: '核对会员证真伪和当前状态' },
];

export default function LandingPage() {
  return (
    <>
      <section className="mb-8 border-b border-line pb-8 md:mb-10 md:pb-10">
        <h1 className="text-2xl leading-tight font-strong md:text-[2.25rem]">
          {ASSOCIATION.name}
          <br />
          {ASSOCIATION.system}
        </h1>
        <p className="mt-3 max-w-[34em] text-lg text-ink-2">
          在线办理入会、填写会费汇款信息、领取电子会员证。手机和电脑都可以用，填写的进度随时保存。
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          <ButtonLink href="/register">新会员注册</ButtonLink>
          <ButtonLink href="/login" look="secondary">
            登录
          </ButtonLink>
        </div>
      </section>
      <ul className="mb-8 grid gap-4 md:grid-cols-3 md:gap-5">
        {ways.map(({ href, icon: Icon, title, text }) => (
          <li key={href}>
            <Link
              href={href}
              className="flex h-full gap-4 rounded-lg border border-line bg-white p-5 text-ink no-underline hover:border-brand"
            >
              <Icon aria-hidden="true" className="mt-0.5 size-6 flex-none text-brand" />
              <span>
                <b className="block font-strong">{title}</b>
                <span className="text-[15px] text-ink-2">{text}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Panel title="怎样入会" hint={<Link href="/join">详细说明</Link>}>
        <JoinSteps />
      </Panel>
    </>
  );
}
