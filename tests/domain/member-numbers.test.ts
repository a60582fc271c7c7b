import { createCompany } from '../../lib/companies/create-company';
import { createMember } from '../../lib/members/create-member';
import { transaction } from '../../lib/transaction';
import { withDatabase } from '../support/database';
import { anApplicant, companyOf } from '../support/people';

withDatabase();

async function join(joinedOn: string): Promise<string> {
  const registrant = await anApplicant();
  const { number } = await transaction(async (tx) => {
    const { id: companyId } = await createCompany(tx, { answers: companyOf(registrant), registrant });
    return createMember(tx, { companyId, joinedOn, level: 'ordinaryMember', reason: '入会' });
  });
  return number;
}

describe("a member's number", () => {
  it('is the year and the next of its sequence, which begins at 0001 each year', async () => {
    expect([await join('2031-01-05'), await join('2031-12-31'), await join('2032-01-01')]).toEqual(['20310001', '20310002', '20320001']);
  });

  it('goes on in an earlier year where that one stopped', async () => {
    expect([await join('2041-01-05'), await join('2042-01-05'), await join('2041-06-05')]).toEqual(['20410001', '20420001', '20410002']);
  });

  it('is given once, without a gap, when many join at the same moment', async () => {
    const numbers = await Promise.all(Array.from({ length: 8 }, () => join('2051-01-05')));
    expect(numbers.toSorted()).toEqual(Array.from({ length: 8 }, (_, n) => `2051000${n + 1}`));
  });

  it('is not used up by somebody whose joining failed', async () => {
    const registrant = await anApplicant();
    const failing = transaction(async (tx) => {
      const { id: companyId } = await createCompany(tx, { answers: companyOf(registrant), registrant });
      await createMember(tx, { companyId, joinedOn: '2061-01-05', level: 'ordinaryMember', reason: '入会' });
      throw new Error('no seal');
    });
    await expect(failing).rejects.toThrow('no seal');
    expect(await join('2061-01-06')).toBe('20610001');
  });
});
