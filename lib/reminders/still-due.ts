import 'server-only';
import { db } from '../db';
import { remindable } from './plan';

/** Whether all that a reminder tells of is still owed, just as it says: nothing was paid, filed, waived or ended meanwhile. */
export async function isStillDue(reminderId: string): Promise<boolean> {
  const told = await db().reminderCharge.findMany({ where: { reminderId }, select: { chargeId: true, openFen: true } });
  const charges = await db().charge.findMany({
    where: { ...remindable, id: { in: told.map(({ chargeId }) => chargeId) } },
    select: { id: true, amountFen: true, heldFen: true },
  });
  const open = new Map(charges.map(({ id, amountFen, heldFen }) => [id, amountFen - heldFen]));
  return told.every(({ chargeId, openFen }) => open.get(chargeId) === openFen);
}
