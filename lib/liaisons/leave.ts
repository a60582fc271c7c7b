import 'server-only';
import { endOtherSessions } from '../accounts/sessions';
import { now } from '../clock';
import type { Tx } from '../db';
import { queueMessage } from '../messages/queue-message';
import type { Liaisons, OpenLiaison } from './load-liaisons';

/**
 * Ends a liaison's time: the row gets its end and stays. The company's application goes with the work to `heirId`, so that
 * the leaver does not see its papers any more; sessions of an account that is left without company and application end, the
 * others know one company less at their next request.
 */
export async function leave(tx: Tx, { company }: Liaisons, liaison: OpenLiaison, heirId: string | null): Promise<void> {
  await tx.liaison.update({ where: { id: liaison.id }, data: { to: await now(tx) } });
  const { accountId, mobile } = liaison;
  if (!accountId) return;
  if (heirId) {
    const registered = { registrantId: accountId, member: { companyId: company.id } };
    await tx.application.updateMany({ where: registered, data: { registrantId: heirId } });
  }
  await queueMessage(tx, {
    template: 'liaisonLeft',
    phone: mobile,
    parameters: { company: company.name },
    dedupeKey: `liaisonLeft:${liaison.id}`,
  });
  const left = await tx.account.count({
    where: { id: accountId, OR: [{ liaisons: { some: { to: null } } }, { applications: { some: {} } }, { roles: { some: {} } }] },
  });
  if (!left) await endOtherSessions(tx, accountId);
}
