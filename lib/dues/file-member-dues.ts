import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { ActionState } from '../actions/action-state';
import { fieldErrorsOf } from '../actions/field-errors';
import { decided, type Sent, shown } from '../applications/decided';
import { now, today } from '../clock';
import { lockCompany } from '../companies/lock-company';
import type { Tx } from '../db';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { arrivedFen } from './arrived';
import { confirmLoadedFiling } from './confirm-filing';
import { coverCharges, filingColumns, recordFiled } from './file-dues';
import { filingMachine } from './filing-machine';
import { mergeFilingDraft, saveFilingDraft } from './keep-filing-draft';
import { lockOpenCharges } from './lock-charges';
import { type Payable, type PayableCharge, requirePayable } from './payable';
import { loadFiling } from './queries';
import { isSerialKnown } from './same-serial';
import { type MemberFilingAnswers, memberFilingSchemaFor } from './schema';

type Form = Sent & { companyId: string; year: number };
export type FiledDues = Required<Pick<ActionState, 'values' | 'fieldErrors' | 'conflicts'>>;

/**
 * 填写汇款信息 of a member for a year, and with it for other open years: keeps what was typed; when nothing is wrong and
 * nobody else has changed the same, files it, once, or corrects the filing that finance returned. Money that had arrived
 * before (待补登记) is taken as this filing's, which is confirmed at once when it is all of it.
 * @throws DomainError `notFound`, `notEditable` when the year has been filed or paid meanwhile
 */
export async function fileMemberDues(actor: AccountActor, { companyId, year, ...sent }: Form): Promise<FiledDues> {
  authorize(actor, 'filing.file', { companyId, application: null });
  return transaction(async (tx) => {
    await lockCompany(tx, companyId);
    await lockOpenCharges(tx, companyId);
    const payable = await requirePayable(tx, companyId, year);
    const draft = await mergeFilingDraft(tx, { companyId, year, ...decided(sent) });
    const { data, conflicts } = draft;
    const { answers, fieldErrors } = await check(tx, { companyId, year, filingId: payable.filing?.id }, data);
    if (answers && !conflicts.length) await file(tx, actor, { companyId, year, payable, answers });
    else await saveFilingDraft(tx, draft);
    return { values: shown(data, conflicts), fieldErrors, conflicts };
  });
}

type Place = { companyId: string; year: number; filingId?: string };
type Checked = { answers: MemberFilingAnswers | null; fieldErrors: Record<string, string> };

async function check(tx: Tx, place: Place, values: object): Promise<Checked> {
  const parsed = memberFilingSchemaFor(await today(tx)).safeParse(values);
  if (!parsed.success) return { answers: null, fieldErrors: fieldErrorsOf(parsed.error) };
  const fieldErrors = { ...(await missingProof(tx, place, parsed.data)), ...(await usedSerial(tx, place, parsed.data)) };
  return { answers: Object.keys(fieldErrors).length ? null : parsed.data, fieldErrors };
}

async function missingProof(
  tx: Tx,
  { companyId, year, filingId }: Place,
  { serial }: MemberFilingAnswers,
): Promise<Record<string, string>> {
  if (serial) return {};
  const earlier = filingId ? await tx.filing.findUnique({ where: { id: filingId }, select: { applicationId: true } }) : null;
  const vouchers = await tx.file.count({
    where: {
      kind: 'transferVoucher',
      state: { in: ['ready', 'attached'] },
      OR: [voucherOf({ companyId, year, filingId }), ...(earlier?.applicationId ? [{ applicationId: earlier.applicationId }] : [])],
    },
  });
  return vouchers ? {} : { serial: '请上传汇款凭证，或填写银行流水号，至少一项' };
}

/** The voucher of a form: of the returned filing, else of the year. */
export function voucherOf({ companyId, year, filingId }: Place) {
  return filingId ? { companyId, filingId } : { companyId, duesYear: year, filingId: null };
}

// A bank gives a number once; a person may still be right, so it is asked and not refused.
async function usedSerial(
  tx: Tx,
  { companyId, filingId }: Place,
  { serial, serialConfirmed }: MemberFilingAnswers,
): Promise<Record<string, string>> {
  if (!serial || serialConfirmed) return {};
  const isKnown = await isSerialKnown(tx, { serial, companyId, filingId });
  return isKnown ? { serialConfirmed: '这个流水号已经填写过一次，请照回单核对；核对无误的，请勾选后提交' } : {};
}

type Complete = { companyId: string; year: number; payable: Payable; answers: MemberFilingAnswers };

async function file(tx: Tx, actor: AccountActor, { companyId, year, payable, answers }: Complete): Promise<void> {
  const { level, otherYears, serialConfirmed: _, ...own } = answers;
  const charges = [...payable.charges, ...payable.others.filter((charge) => otherYears.includes(String(charge.year)))];
  const chargeIds = charges.map(({ id }) => id);
  const columns = { ...filingColumns(own), level, filedAt: await now(tx) };
  let filingId = payable.filing?.id;
  if (filingId) {
    const data = { ...columns, decidedAt: null, reason: null };
    await transition(tx, actor, filingMachine, { id: filingId, from: 'returned', event: 'refile', data });
    await tx.filingCharge.deleteMany({ where: { filingId, chargeId: { notIn: chargeIds } } });
    await coverCharges(tx, filingId, chargeIds);
  } else {
    const filing = await tx.filing.create({ data: { companyId, ...columns } });
    filingId = filing.id;
    await coverCharges(tx, filingId, chargeIds);
    await recordFiled(tx, actor, filing, { companyId, chargeIds });
  }
  await tx.file.updateMany({
    where: {
      ...voucherOf({ companyId, year, filingId: payable.filing?.id }),
      kind: 'transferVoucher',
      state: { in: ['ready', 'attached'] },
    },
    data: { duesYear: null, filingId, state: 'attached' },
  });
  await tx.filingDraft.deleteMany({ where: { companyId, year } });
  await takeWhatArrived(tx, filingId, charges);
}

/** What finance had recorded before anybody filed it (待补登记) belongs to this filing. */
async function takeWhatArrived(tx: Tx, filingId: string, charges: readonly PayableCharge[]): Promise<void> {
  const chargeIds = charges.filter(({ allocations }) => allocations.length).map(({ id }) => id);
  if (!chargeIds.length) return;
  const { count } = await tx.payment.updateMany({
    where: { awaitsFiling: true, allocations: { some: { chargeId: { in: chargeIds } } } },
    data: { awaitsFiling: false, filingId },
  });
  if (!count) return;
  const filing = await loadFiling(tx, filingId);
  if (arrivedFen(filing) >= filing.amountFen) await confirmLoadedFiling(tx, { kind: 'system', name: '到款已登记' }, filing);
}
