import { env } from '../../lib/env';
import { findDemoCode, listDemoCodes } from '../../lib/factors/demo-codes';
import { withDatabase } from '../support/database';
import { codeOf, staffAtTheDoor, toMidStep } from '../support/factors';

jest.mock('../../lib/env', () => ({ env: jest.fn(jest.requireActual('../../lib/env').env) }));

withDatabase();
beforeEach(toMidStep);

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const within = (change: Partial<ReturnType<typeof env>>) => {
  const now = env();
  jest.mocked(env).mockReturnValue({ ...now, ...change });
};
afterEach(() => jest.mocked(env).mockReset().mockImplementation(jest.requireActual('../../lib/env').env));

describe("the codes on the demo's page", () => {
  it('are of the secrets that the environment names, never of one in the database', async () => {
    const { phone } = await staffAtTheDoor('admin');
    expect(await listDemoCodes()).toEqual([]);
    within({ DEMO_AUTHENTICATORS: `13900000001=${SECRET}` });
    expect(await listDemoCodes()).toEqual([{ phone: '13900000001', code: await codeOf(SECRET) }]);
    expect(JSON.stringify(await listDemoCodes())).not.toContain(phone);
  });

  it('are of the secret that the visitor brings along, as it is shown and copied', async () => {
    expect(await findDemoCode(`gezd gnbv ${SECRET.slice(8)}`)).toBe(await codeOf(SECRET));
    for (const typed of ['', SECRET.slice(1), `${SECRET}A`, '1'.repeat(32)]) expect(await findDemoCode(typed)).toBeNull();
  });

  it('do not exist where SMS are really sent, whatever the environment names', async () => {
    within({ SMS: 'aliyun', DEMO_AUTHENTICATORS: `13900000001=${SECRET}` });
    await expect(listDemoCodes()).rejects.toMatchObject({ code: 'notFound' });
    await expect(findDemoCode(SECRET)).rejects.toMatchObject({ code: 'notFound' });
  });
});
