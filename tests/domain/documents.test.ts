import { shiftClock, today } from '../../lib/clock';
import { addDays } from '../../lib/days';
import { db } from '../../lib/db';
import { agreePrivacy } from '../../lib/documents/agree-privacy';
import { publishDocument } from '../../lib/documents/publish-document';
import { findDueConsent, getCurrentDocument, getDocument, listDocuments, listForStaff } from '../../lib/documents/queries';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

afterEach(() => shiftClock(0));

const DAY = 24 * 3_600_000;

/** What the form of the next version sends, holding from some days after today. */
async function next(kind: 'privacy' | 'charter', days = 0) {
  const [last] = await listDocuments(kind);
  return {
    ...{ kind, base: last?.number ?? 0, title: '隐私政策（修订）', summary: '增加了在线支付。', body: '## 一\n新的正文' },
    validFrom: addDays(await today(), days),
  };
}

describe('a new version of a public document', () => {
  it('is in force from its day on, and the ones before stay readable', async () => {
    const admin = await staffWith('admin');
    const before = await getCurrentDocument('privacy');
    await publishDocument(admin, await next('privacy', 2));
    expect(await getCurrentDocument('privacy')).toEqual(before);
    shiftClock(2 * DAY);
    const now = await getCurrentDocument('privacy');
    expect(now).toMatchObject({ number: before.number + 1, summary: '增加了在线支付。' });
    expect(await getDocument('privacy', before.number)).toEqual(before);
    expect((await listDocuments('privacy')).map(({ number, inForce }) => [number, inForce])).toEqual([
      [now.number, true],
      [before.number, false],
    ]);
    expect(await auditOf('documentVersion', now.id)).toEqual(['document.publish']);
  });

  it('begins today at the earliest, and not before one that is to come', async () => {
    const admin = await staffWith('admin');
    await expect(publishDocument(admin, await next('charter', -1))).rejects.toMatchObject({ code: 'invalid' });
    await publishDocument(admin, await next('charter', 5));
    await expect(publishDocument(admin, await next('charter', 4))).rejects.toMatchObject({ code: 'invalid' });
    await publishDocument(admin, await next('charter', 5));
  });

  it('is refused to the second of two who began from the same version', async () => {
    const [admin, form] = [await staffWith('admin'), await next('charter', 6)];
    const results = await Promise.allSettled([publishDocument(admin, form), publishDocument(admin, form)]);
    expect(results.map((result) => (result.status === 'rejected' ? result.reason.code : 'published')).toSorted()).toEqual([
      'published',
      'stale',
    ]);
  });

  it('is an admin’s to publish, with a fresh second factor; the overseer reads', async () => {
    const admin = await staffWith('admin');
    const form = await next('charter', 9);
    await expect(publishDocument({ ...admin, freshFactor: false }, form)).rejects.toMatchObject({ code: 'stepUp' });
    await expect(publishDocument(await staffWith('overseer'), form)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(publishDocument(await staffWith('reviewer'), form)).rejects.toMatchObject({ code: 'notFound' });
    expect((await listForStaff(await staffWith('overseer'), 'charter')).versions.length).toBeGreaterThan(0);
    await expect(listForStaff(await staffWith('finance'), 'charter')).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('consent to the privacy policy', () => {
  it('is asked again for a new version, once, and each stands with its version, time and address', async () => {
    const person = await anApplicant();
    expect(await findDueConsent(person.id)).toBeNull();
    await publishDocument(await staffWith('admin'), await next('privacy', 3));
    expect(await findDueConsent(person.id)).toBeNull(); // not before its day
    shiftClock(3 * DAY);
    const due = await findDueConsent(person.id);
    expect(due).toMatchObject({ title: '隐私政策（修订）' });
    await Promise.all([agreePrivacy(person, due?.id ?? ''), agreePrivacy(person, due?.id ?? '')]);
    expect(await findDueConsent(person.id)).toBeNull();
    const consents = await db().consent.findMany({ where: { accountId: person.id }, include: { documentVersion: true } });
    expect(consents.map(({ documentVersion: { kind } }) => kind)).toEqual(['privacy', 'privacy']);
    expect(consents.at(-1)).toMatchObject({ documentVersionId: due?.id, address: person.address, createdAt: expect.any(Date) });
  });

  it('is asked of somebody whom a company named, who has never agreed to anything', async () => {
    const { id } = await db().account.create({ data: { phone: '13800990001', name: '吴琼' } });
    expect(await findDueConsent(id)).toMatchObject({ number: expect.any(Number) });
  });

  it('is given to the privacy policy only', async () => {
    const charter = await getCurrentDocument('charter');
    await expect(agreePrivacy(await anApplicant(), charter.id)).rejects.toMatchObject({ code: 'notFound' });
  });
});
