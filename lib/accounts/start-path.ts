import 'server-only';
import { db } from '../db';

/** Where somebody begins who has just signed in: members and staff at home, applicants at the first thing to do. */
export async function startPath(phone: string): Promise<string> {
  const account = await db().account.findUnique({
    where: { phone },
    select: { roles: true, liaisons: { where: { to: null }, select: { id: true } }, applications: { select: { id: true }, take: 1 } },
  });
  return account && !account.roles.length && !account.liaisons.length && account.applications.length ? '/apply' : '/home';
}
