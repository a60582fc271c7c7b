import type { ReactNode } from 'react';
import { isStaff } from '@/lib/access/actor';
import { requireAccount } from '@/lib/session';
import MemberLayout from '../(member)/layout';
import AdminLayout from '../admin/layout';

/** A person's own account: the same pages for everybody, each within the frame they know; open also before agreeing to a new privacy policy. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const Frame = isStaff(await requireAccount()) ? AdminLayout : MemberLayout;
  return <Frame>{children}</Frame>;
}
