import 'server-only';
import { now } from '../clock';
import type { Tx } from '../db';
import type { LiaisonOrder } from '../generated/prisma/enums';
import { recordInvitation } from '../invitations/record-invitation';
import { settleItems } from '../members/settle-items';
import { queueMessage } from '../messages/queue-message';
import type { Liaisons } from './load-liaisons';
import type { Person } from './schema';

/** The account of a proven phone; a new one has no password until 首次登录. */
export async function accountOf(tx: Tx, { mobile, name }: Pick<Person, 'mobile' | 'name'>): Promise<string> {
  const { id } = await tx.account.upsert({ where: { phone: mobile }, create: { phone: mobile, name }, update: {}, select: { id: true } });
  return id;
}

/** Begins a liaison's time. Without an account the person is written to and cannot sign in for the company (待验证). */
export async function join(
  tx: Tx,
  { company }: Liaisons,
  liaison: Person & { order: LiaisonOrder; accountId: string | null },
): Promise<void> {
  const { order, accountId, name, mobile, department, title, email } = liaison;
  const data = { order, accountId, name, mobile, department, title, email, companyId: company.id, from: await now(tx) };
  const { id } = await tx.liaison.create({ data, select: { id: true } });
  if (!accountId) return;
  await invite(tx, accountId, { id, mobile, company: company.name });
  const member = order === 'first' && (await tx.member.findUnique({ where: { companyId: company.id } }));
  if (member) await settleItems(tx, member, ['firstLiaison']);
}

/** Tells somebody who has no password yet how to come in. */
export async function invite(tx: Tx, accountId: string, { id, mobile, company }: { id: string; mobile: string; company: string }) {
  const isNew = await tx.account.count({ where: { id: accountId, passwordHash: null } });
  if (!isNew) return;
  const words = { template: 'invitation', phone: mobile, parameters: { company }, dedupeKey: `liaison:${id}` } as const;
  const messageId = await queueMessage(tx, words);
  if (messageId) await recordInvitation(tx, { accountId, messageId, sentAt: await now(tx) });
}
