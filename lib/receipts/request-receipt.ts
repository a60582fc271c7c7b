import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import { isUniqueViolation, transaction } from '../transaction';
import { companyOf } from './company-of';

type NotReceived = { receiptId: string; email: string; reason: string };
type Reissue = NotReceived & { titleName: string; titleUscc: string };

/** 未收到: tells finance that the ministry's mail has not come, and which mailbox it should come to. @throws DomainError as `askForReissue` */
export async function reportNotReceived(actor: AccountActor, request: NotReceived): Promise<void> {
  await transaction((tx) => ask(tx, actor, { kind: 'notReceived', ...request }));
}

/**
 * 换开: asks for the receipt in another title, with the reason. Nothing changes before finance has reversed the old one.
 * @throws DomainError `notFound`, `invalid` while the same was asked and is not answered, or for the title that it has,
 * `alreadyDecided` when it is reversed
 */
export async function askForReissue(actor: AccountActor, request: Reissue): Promise<void> {
  await transaction((tx) => ask(tx, actor, { kind: 'reissue', ...request }));
}

type Request = ({ kind: 'notReceived' } & NotReceived) | ({ kind: 'reissue' } & Reissue);

async function ask(tx: Tx, actor: AccountActor, request: Request): Promise<void> {
  const { receiptId, kind } = request;
  const receipt = await companyOf(tx, receiptId);
  authorize(actor, 'receipt.request', receipt);
  if (receipt.state !== 'issued') throw new DomainError('alreadyDecided', { text: '这张票据已经冲红，请看重新开具的票据。' });
  if (kind === 'reissue' && request.titleName === receipt.titleName && request.titleUscc === receipt.titleUscc) {
    throw new DomainError('invalid', { fieldErrors: { titleName: '与原票据的抬头和税号相同，请填写要换成的抬头' } });
  }
  const { id } = await tx.receiptRequest.create({ data: { ...request, requestedById: actor.id }, select: { id: true } }).catch((error) => {
    if (isUniqueViolation(error)) throw new DomainError('invalid', { text: '已经提交过了，请等协会答复。' });
    throw error;
  });
  await recordAudit(tx, actor, { action: 'receiptRequest.ask', record: 'receiptRequest', recordId: id, data: { ...request } });
}
