import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { returnFiling } from '../../lib/dues/return-filing';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { duesOf } from '../support/dues';
import { staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

async function aFiling(amountFen = 300_000) {
  const { applicant, applicationId } = await anApplication('submitted');
  const { id: filingId } = await filingOf(applicationId);
  await db().filing.update({ where: { id: filingId }, data: { amountFen } });
  return { applicant, applicationId, filingId, finance: await staffWith('finance') };
}

const paymentsOf = (filingId: string) => db().payment.findMany({ where: { filingId }, include: { allocations: true } });

describe('confirming that dues have arrived', () => {
  it('records the payment, who confirmed it, and what it pays for', async () => {
    const { applicationId, filingId, finance } = await aFiling();
    await confirmFiling(finance, filingId);

    const { state, decidedAt, paidOn } = await filingOf(applicationId);
    expect({ state, decidedAt }).toEqual({ state: 'confirmed', decidedAt: expect.any(Date) });
    expect(await paymentsOf(filingId)).toEqual([
      expect.objectContaining({
        source: 'manual',
        amountFen: 300_000,
        paidOn,
        confirmedById: finance.id,
        allocations: [expect.objectContaining({ amountFen: 300_000 })],
      }),
    ]);
    expect(await duesOf(applicationId)).toEqual([expect.objectContaining({ status: 'paid', business: 'confirmed', receipted: false })]);
  });

  it('writes the event and the audit', async () => {
    const { filingId, finance } = await aFiling();
    await confirmFiling(finance, filingId);
    const events = await db().filingEvent.findMany({ where: { filingId }, orderBy: { createdAt: 'asc' } });
    expect(events.map(({ event, from, to }) => [event, from, to])).toEqual([
      ['file', null, 'pending'],
      ['confirm', 'pending', 'confirmed'],
    ]);
    expect(await auditOf('filing', filingId)).toEqual(['filing.file', 'filing.confirm']);
  });

  it.each([
    ['one yuan of bank fees short', 299_900, { status: 'unpaid', business: 'confirmed', paidFen: 299_900 }],
    ['one fen short', 299_999, { status: 'unpaid', business: 'confirmed', paidFen: 299_999 }],
    ['too much', 1_000_000, { status: 'paid', business: 'confirmed', paidFen: 300_000 }],
  ])('never rounds a difference away: %s', async (_, amountFen, dues) => {
    const { applicationId, filingId, finance } = await aFiling(amountFen);
    await confirmFiling(finance, filingId);
    expect(await duesOf(applicationId)).toEqual([expect.objectContaining({ ...dues, amountFen: 300_000 })]);
    expect(await paymentsOf(filingId)).toEqual([expect.objectContaining({ amountFen })]);
  });

  it('happens once: of several at the same moment the others come too late', async () => {
    const { filingId, finance } = await aFiling();
    const results = await Promise.allSettled([1, 2, 3].map(() => confirmFiling(finance, filingId)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))).toEqual([
      'alreadyDecided',
      'alreadyDecided',
    ]);
    expect(await paymentsOf(filingId)).toHaveLength(1);
  });

  it('and returning at the same moment: one wins', async () => {
    const { applicationId, filingId, finance } = await aFiling();
    const results = await Promise.allSettled([confirmFiling(finance, filingId), returnFiling(finance, { filingId, reason: '查无此款' })]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const confirmed = results[0].status === 'fulfilled';
    expect(await filingOf(applicationId)).toMatchObject({ state: confirmed ? 'confirmed' : 'returned' });
    expect(await paymentsOf(filingId)).toHaveLength(confirmed ? 1 : 0);
  });

  it("is finance's to do: the payer and others of the staff may not", async () => {
    const { applicant, filingId } = await aFiling();
    await expect(confirmFiling(applicant, filingId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(confirmFiling(await staffWith('reviewer'), filingId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(confirmFiling(await staffWith('overseer'), filingId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(confirmFiling(await staffWith('admin'), filingId)).rejects.toMatchObject({ code: 'notFound' });
    expect(await paymentsOf(filingId)).toEqual([]);
  });
});
