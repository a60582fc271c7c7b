import { db } from '../../lib/db';
import { getStandard, listStandards } from '../../lib/dues/standard';
import { withDatabase } from '../support/database';

withDatabase();

beforeAll(async () => {
  await db().duesStandard.createMany({
    data: [
      { level: 'councilMember', fromYear: 2030, amountFen: 1_200_000, resolution: '第九届会员代表大会决议' },
      { level: 'councilMember', fromYear: 2032, amountFen: 1_100_000, resolution: '第十届会员代表大会决议' },
    ],
  });
});

describe('the standard of the dues', () => {
  it.each([
    ['ordinaryMember', 300_000],
    ['councilMember', 1_000_000],
    ['standingCouncilMember', 2_000_000],
    ['vicePresident', 5_000_000],
  ] as const)('asks %s for %i fen in 2026', async (level, amountFen) => {
    expect(await getStandard(level, 2026)).toMatchObject({ level, amountFen, fromYear: 2020, resolution: expect.any(String) });
  });

  it.each([
    [2029, 1_000_000],
    [2030, 1_200_000],
    [2031, 1_200_000],
    [2032, 1_100_000],
    [2050, 1_100_000],
  ])('of the year %i is the one with the latest first year not after it', async (year, amountFen) => {
    expect(await getStandard('councilMember', year)).toMatchObject({ amountFen });
  });

  it('is missing before the first year of all', async () => {
    await expect(getStandard('ordinaryMember', 2019)).rejects.toMatchObject({ code: 'duesStandardMissing' });
  });

  it('is listed once a level, smallest first, as of a year', async () => {
    expect((await listStandards(2031)).map(({ level, amountFen }) => [level, amountFen])).toEqual([
      ['ordinaryMember', 300_000],
      ['councilMember', 1_200_000],
      ['standingCouncilMember', 2_000_000],
      ['vicePresident', 5_000_000],
    ]);
    expect(await listStandards(2019)).toEqual([]);
  });
});
