import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { RegisterForm } from './register-form';

export const metadata: Metadata = { title: '新会员注册' };

export default function RegisterPage() {
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle hint="注册后阅读章程、填写企业信息、上传材料、交纳会费，随时可以退出，进度会保存。">新会员注册</PageTitle>
      <Panel title="注册协会会员" hint="* 均为必填">
        <RegisterForm formKey={crypto.randomUUID()} pictureId={crypto.randomUUID()} />
      </Panel>
      <p className="mt-5 text-center">
        已经注册？<Link href="/login">登录</Link>
      </p>
    </div>
  );
}
