import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { Tx } from '../db';
import { forgetDictionaries } from '../dictionaries/queries';
import { DomainError } from '../errors';
import { isForeignKeyViolation, transaction } from '../transaction';
import { transition } from '../transition';
import { importMachine, loadImport } from './machine';
import { clearScans } from './read-scans';
import { retireWords } from './retire-words';
import { whatStandsInTheWay } from './undo-obstacles';

const TIMEOUT_MS = 10 * 60_000;

/**
 * Takes back everything that one import made, in one transaction, while nothing depends on it; of the words that it added
 * to the dictionaries, those that nothing else uses. @throws DomainError `invalid` that says what stands in the way; `alreadyDecided`
 */
export async function undoImport(actor: AccountActor, { importId, reason }: { importId: string; reason: string }): Promise<void> {
  authorize(actor, 'import.run', null);
  try {
    await transaction(
      async (tx) => {
        const found = await loadImport(tx, importId);
        await transition(tx, actor, importMachine, { id: importId, from: found.state, event: 'undo', reason, data: {} });
        const obstacles = await whatStandsInTheWay(tx, found);
        if (obstacles.length) throw new DomainError('invalid', { text: `不能撤销：${obstacles.join('；')}。` });
        await remove(tx, importId);
        await retireWords(tx, found);
      },
      { timeoutMs: TIMEOUT_MS },
    );
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new DomainError('invalid', { text: '不能撤销：导入的单位已经有了后续记录。' });
    throw error;
  }
  forgetDictionaries();
  await clearScans(importId);
}

async function remove(tx: Tx, importId: string): Promise<void> {
  const company = { importId };
  const member = { company };
  const charge = { company };
  const payments = await tx.allocation.findMany({ where: { charge }, select: { paymentId: true } });
  const receipts = await tx.receiptCharge.findMany({ where: { charge }, select: { receiptId: true } });
  await tx.filePage.deleteMany({ where: { file: { company } } });
  await tx.file.deleteMany({ where: { company } });
  await tx.receiptCharge.deleteMany({ where: { charge } });
  await tx.allocation.deleteMany({ where: { charge } });
  // Each list is one parameter: tens of thousands would be more than a statement takes.
  await tx.$executeRaw`DELETE FROM "Receipt" WHERE "id" = ANY(${receipts.map(({ receiptId }) => receiptId)}::uuid[])`;
  await tx.$executeRaw`DELETE FROM "Payment" WHERE "id" = ANY(${payments.map(({ paymentId }) => paymentId)}::uuid[])`;
  await tx.charge.deleteMany({ where: { company } });
  await tx.certificate.deleteMany({ where: { member } });
  await tx.councilSeat.deleteMany({ where: { member } });
  await tx.memberLevel.deleteMany({ where: { member } });
  await tx.member.deleteMany({ where: { company } });
  await tx.liaison.deleteMany({ where: { company } });
  await tx.companyName.deleteMany({ where: { company } });
  await tx.company.deleteMany({ where: company });
  // An account that became the liaison of another company meanwhile is needed there.
  await tx.account.deleteMany({ where: { importId, liaisons: { none: {} }, applications: { none: {} }, roles: { none: {} } } });
  await tx.importCompany.deleteMany({ where: { importId } });
}
