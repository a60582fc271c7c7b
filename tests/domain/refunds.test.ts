import { withdrawApplication } from '../../lib/applications/withdraw-application';
import { today } from '../../lib/clock';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { listFilings } from '../../lib/dues/queries';
import { requestRefund, settleRefund } from '../../lib/dues/refund-dues';
import { sumRefunds } from '../../lib/dues/refunds';
import { returnFiling } from '../../lib/dues/return-filing';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { staffWith } from '../support/people';

withDatabase();

describe('待退费', () => {
  it('holds what withdrawn and rejected applications have filed: what arrived, and what is yet to be looked for', async () => {
    const [reviewer, finance] = [await staffWith('reviewer'), await staffWith('finance')];
    expect(await sumRefunds(finance)).toEqual({ ids: [], receivedFen: 0, unconfirmedFen: 0 });

    const rejected = await filingOf((await anApplication('rejected', { reviewer })).applicationId);
    const withdrawn = await anApplication('submitted');
    const arrived = await filingOf(withdrawn.applicationId);
    await confirmFiling(finance, arrived.id);
    await withdrawApplication(withdrawn.applicant, withdrawn.applicationId);
    const notFound = await anApplication('submitted');
    await returnFiling(finance, { filingId: (await filingOf(notFound.applicationId)).id, reason: '查无此款' });
    await withdrawApplication(notFound.applicant, notFound.applicationId);
    await anApplication('submitted'); // owed still
    await anApplication('approved', { reviewer, finance });

    const { ids, ...sums } = await sumRefunds(finance);
    expect(ids).toEqual([rejected.id, arrived.id]);
    expect(sums).toEqual({ receivedFen: 300_000, unconfirmedFen: 300_000 });
    const { rows } = await listFilings(finance, { state: 'all', ids, search: '', page: 1 });
    expect(rows.every(({ forRefund }) => forRefund)).toBe(true);

    const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { filingId: arrived.id } });
    const whole = { paymentId, chargeId: arrived.charges[0]?.chargeId ?? null, amountFen: 300_000 };
    const { refundId } = await requestRefund(finance, { ...whole, reason: '申请已撤回', key: 'refund' });
    await settleRefund(finance, { refundId, paidOn: await today(), serial: 'R20261125' });
    expect(await sumRefunds(finance)).toEqual({ ids: [rejected.id], receivedFen: 0, unconfirmedFen: 300_000 });
  });

  it('is finance’s and the overseer’s to see', async () => {
    await expect(sumRefunds(await staffWith('reviewer'))).rejects.toMatchObject({ code: 'notFound' });
    expect(await sumRefunds(await staffWith('overseer'))).toMatchObject({ ids: expect.any(Array) });
  });
});
