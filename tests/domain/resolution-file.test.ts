import { db } from '../../lib/db';
import { listAllStandards } from '../../lib/dues/standard';
import { readFile } from '../../lib/uploads/read-file';
import { removeFile } from '../../lib/uploads/remove-file';
import { storeUpload } from '../../lib/uploads/store-upload';
import { smallPicture } from '../support/applications';
import { withDatabase } from '../support/database';
import { aPlainMember } from '../support/debtors';
import { staffWith } from '../support/people';

withDatabase();

const resolved = { resolution: '第九届会员代表大会决议', resolvedOn: new Date('2026-10-20'), eligible: 300, present: 210, inFavour: 180 };
const scan = (standardId: string) => ({ standardId, kind: 'duesResolution' as const, name: '决议.jpg', type: 'image/jpeg' as const });

/** Two levels by the same vote. */
async function twoStandards(fromYear: number) {
  const make = (level: 'ordinaryMember' | 'councilMember') =>
    db().duesStandard.create({ data: { ...resolved, level, fromYear, amountFen: 1 } });
  return { one: await make('ordinaryMember'), other: await make('councilMember') };
}

describe('the resolution behind a standard of the dues', () => {
  it('is uploaded by the administrator, seen by all staff, and stands for all that the same vote decided', async () => {
    const { one, other } = await twoStandards(2030);
    const admin = await staffWith('admin');
    const { id } = await storeUpload(admin, scan(one.id), await smallPicture());
    const listed = (await listAllStandards(await staffWith('overseer'))).filter(({ fromYear }) => fromYear === 2030);
    expect(listed.map(({ files, holderId }) => [files.map((file) => file.id), holderId])).toEqual([
      [[id], one.id],
      [[id], one.id],
    ]);
    expect(listed.map((each) => each.id).toSorted()).toEqual([one.id, other.id].toSorted());
    expect((await readFile(await staffWith('finance'), id)).name).toBe('决议.jpg');
    await expect(readFile((await aPlainMember()).liaison, id)).rejects.toMatchObject({ code: 'notFound' });
    await removeFile(admin, id);
    expect((await listAllStandards(admin)).flatMap(({ files }) => files)).toEqual([]);
  });

  it('is nobody else’s to upload or remove, and belongs to a standard that is there', async () => {
    const { one } = await twoStandards(2031);
    const picture = await smallPicture();
    for (const role of ['finance', 'overseer', 'reviewer'] as const) {
      await expect(storeUpload(await staffWith(role), scan(one.id), picture)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(storeUpload((await aPlainMember()).liaison, scan(one.id), picture)).rejects.toMatchObject({ code: 'notFound' });
    const admin = await staffWith('admin');
    await expect(storeUpload(admin, scan('019f0000-0000-7000-8000-000000000000'), picture)).rejects.toMatchObject({ code: 'notFound' });
    await expect(storeUpload(admin, { ...scan(one.id), kind: 'businessLicense' }, picture)).rejects.toMatchObject({ code: 'notFound' });
    const { id } = await storeUpload(admin, scan(one.id), picture);
    await expect(removeFile(await staffWith('overseer'), id)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
