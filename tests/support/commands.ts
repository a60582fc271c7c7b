import * as z from 'zod';
import type { AccountActor } from '../../lib/access/actor';
import { approveApplication } from '../../lib/applications/approve-application';
import { approveTogether } from '../../lib/applications/approve-together';
import { rejectApplication } from '../../lib/applications/reject-application';
import { returnApplication } from '../../lib/applications/return-application';
import { submitApplication } from '../../lib/applications/submit-application';
import { withdrawApplication } from '../../lib/applications/withdraw-application';
import { toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { payRefund, requestRefund } from '../../lib/dues/refund-dues';
import { returnFiling } from '../../lib/dues/return-filing';
import { recordReceipt } from '../../lib/receipts/record-receipt';
import { selectDue } from '../../lib/receipts/select-due';
import { settleRow } from '../../lib/statements/settle-row';
import { voidPayment } from '../../lib/statements/void-payment';
import { storeUpload } from '../../lib/uploads/store-upload';
import { anApplication, filingOf } from './applications';
import { rawPdf } from './corpus';
import { aPlainMember, files, owes } from './debtors';
import { staffWith } from './people';

/** What a command is done to and by whom, such that another process can be told. */
export const recordsSchema = z.object({ actor: z.custom<AccountActor>((value) => typeof value === 'object'), ids: z.array(z.string()) });
export type Records = z.infer<typeof recordsSchema>;
/** A command that is all or nothing, or so many transactions that are: `make` brings new records to where `run` can do it. */
export type Command = { make: () => Promise<Records>; run: (records: Records) => Promise<unknown>; transactions?: number };

/** The commands that interrupted.test.ts cuts off after each of their statements. A new one is one entry. */
export const commands: Record<string, Command> = {
  submitApplication: {
    make: async () => {
      const { applicant, applicationId } = await anApplication('dues');
      return { actor: applicant, ids: [applicationId] };
    },
    run: ({ actor, ids: [applicationId = ''] }) => submitApplication(actor, { applicationId, key: 'one form' }),
  },
  approveApplication: {
    make: async () => ({ actor: await staffWith('reviewer'), ids: [await paidApplication()] }),
    run: ({ actor, ids: [applicationId = ''] }) => approveApplication(actor, { applicationId, overrideReason: '' }),
  },
  approveTogether: {
    make: async () => ({ actor: await staffWith('reviewer'), ids: [await paidApplication()] }),
    run: decideAtMeeting,
    transactions: 2, // the meeting's, and each application's
  },
  rejectApplication: {
    make: async () => ({ actor: await staffWith('reviewer'), ids: [await submittedApplication()] }),
    run: ({ actor, ids: [applicationId = ''] }) => rejectApplication(actor, { applicationId, reason: '不属于工程建设行业' }),
  },
  confirmFiling: {
    make: async () => ({ actor: await staffWith('finance'), ids: [(await filingOf(await submittedApplication())).id] }),
    run: ({ actor, ids: [filingId = ''] }) => confirmFiling(actor, filingId),
  },
  settleRow: {
    make: async () => {
      const { member, rowId } = await aRowOfMember();
      const filing = await files(member, 2026);
      return { actor: await staffWith('finance'), ids: [rowId, filing.id] };
    },
    run: ({ actor, ids: [rowId = '', filingId = ''] }) => settleRow(actor, { rowId, target: { filingId }, key: 'one click' }),
  },
  voidPayment: {
    make: async () => {
      const { member, rowId } = await aRowOfMember();
      const actor = await staffWith('finance');
      const { id: filingId } = await files(member, 2026);
      await settleRow(actor, { rowId, target: { filingId }, key: 'one click' });
      return { actor, ids: [(await paymentOf(member.companyId)).id] };
    },
    run: ({ actor, ids: [paymentId = ''] }) => voidPayment(actor, { paymentId, reason: '款项没有到账' }),
  },
  payRefund: {
    make: async () => {
      const { actor, ids } = await overpaid();
      return { actor, ids: [(await requestRefund(actor, refundOf(ids))).refundId] };
    },
    run: ({ actor, ids: [refundId = ''] }) => payRefund(actor, { refundId, paidOn: '2026-11-20', serial: `SN${refundId}` }),
  },
};

/** The same, for the long tier only: they are built like those above. */
export const moreCommands: Record<string, Command> = {
  approveTwoTogether: {
    make: async () => ({ actor: await staffWith('reviewer'), ids: [await paidApplication(), await paidApplication()] }),
    run: decideAtMeeting,
    transactions: 3,
  },
  returnApplication: {
    make: async () => ({ actor: await staffWith('reviewer'), ids: [await submittedApplication()] }),
    run: ({ actor, ids: [applicationId = ''] }) =>
      returnApplication(actor, { applicationId, reason: '请核对', marks: [{ target: 'company.name', comment: '与营业执照不一致' }] }),
  },
  withdrawApplication: {
    make: async () => {
      const { applicant, applicationId } = await anApplication('submitted');
      return { actor: applicant, ids: [applicationId] };
    },
    run: ({ actor, ids: [applicationId = ''] }) => withdrawApplication(actor, applicationId),
  },
  returnFiling: {
    make: async () => ({ actor: await staffWith('finance'), ids: [(await filingOf(await submittedApplication())).id] }),
    run: ({ actor, ids: [filingId = ''] }) => returnFiling(actor, { filingId, reason: '查无此款' }),
  },
  recordReceipt: {
    make: async () => {
      const finance = await staffWith('finance');
      const applicationId = await paidApplication();
      const owner = { applicationId, filingId: (await filingOf(applicationId)).id };
      const pdf = { ...owner, kind: 'receipt' as const, name: '票据.pdf', type: 'application/pdf' as const };
      const due = (await selectDue()).find((each) => each.applicationId === applicationId);
      return { actor: finance, ids: [due?.id ?? '', (await storeUpload(finance, pdf, rawPdf())).id] };
    },
    run: ({ actor, ids: [chargeId = '', fileId = ''] }) =>
      recordReceipt(actor, {
        ...{ code: '00010126', number: BigInt(`0x${chargeId.slice(-12)}`).toString(), checkCode: '589d80', issuedOn: '2026-01-05' },
        ...{ amountFen: 300_000, titleName: '北京远筑建设有限公司', titleUscc: '91110000600001760P' },
        ...{ chargeIds: [chargeId], fileId, key: 'one form' },
      }),
  },
  settleUnfiledRow: {
    make: async () => {
      const { rowId, chargeId } = await aRowOfMember();
      return { actor: await staffWith('finance'), ids: [rowId, chargeId] };
    },
    run: ({ actor, ids: [rowId = '', chargeId = ''] }) => settleRow(actor, { rowId, target: { chargeIds: [chargeId] }, key: 'one click' }),
  },
  linkRow: {
    make: async () => {
      const { member, rowId } = await aRowOfMember();
      const finance = await staffWith('finance');
      const filing = await files(member, 2026);
      await confirmFiling(finance, filing.id);
      return { actor: finance, ids: [rowId, (await paymentOf(member.companyId)).id] };
    },
    run: ({ actor, ids: [rowId = '', paymentId = ''] }) => settleRow(actor, { rowId, target: { paymentId }, key: 'one click' }),
  },
  requestRefund: { make: overpaid, run: ({ actor, ids }) => requestRefund(actor, refundOf(ids)) },
};

/** A row of a bank's statement with what a member owes for a year. */
async function aRowOfMember() {
  const member = await aPlainMember();
  const chargeId = await owes(member, 2026);
  const { id: uploaderId } = await staffWith('finance');
  const facts = { payerName: member.name, payerAccount: '', memo: '', serial: `SN${chargeId}`, hash: chargeId };
  const { rows } = await db().bankStatement.create({
    data: {
      ...{ name: '流水.csv', fileKey: chargeId, layout: 'x', uploaderId, readAt: new Date() },
      rows: { create: { ...facts, position: 1, paidOn: toColumn('2026-11-20'), amountFen: 300_000 } },
    },
    include: { rows: true },
  });
  return { member, chargeId, rowId: rows[0]?.id ?? '' };
}

const paymentOf = (companyId: string) => db().payment.findFirstOrThrow({ where: { companyId } });

/** A payment of a hundred yuan too much. */
async function overpaid(): Promise<Records> {
  const member = await aPlainMember();
  await owes(member, 2026);
  const finance = { ...(await staffWith('finance')), freshFactor: true };
  await confirmFiling(finance, (await files(member, 2026, { amount: '3100', paidOn: '2026-11-19' })).id);
  return { actor: finance, ids: [(await paymentOf(member.companyId)).id] };
}

const refundOf = ([paymentId = '']: string[]) => ({ paymentId, chargeId: null, amountFen: 10_000, reason: '多交', key: 'one form' });

function decideAtMeeting({ actor, ids }: Records): Promise<unknown> {
  return approveTogether(actor, { applicationIds: ids, meeting: { name: `会长办公会（${ids[0]}）`, heldOn: '2026-11-20' } });
}

async function submittedApplication(): Promise<string> {
  return (await anApplication('submitted')).applicationId;
}

async function paidApplication(): Promise<string> {
  const applicationId = await submittedApplication();
  await confirmFiling(await staffWith('finance'), (await filingOf(applicationId)).id);
  return applicationId;
}
