import { readdirSync } from 'node:fs';
import { submitApplication } from '../../lib/applications/submit-application';
import { shiftClock } from '../../lib/clock';
import { refusalTexts } from '../../lib/copy/uploads';
import { db } from '../../lib/db';
import { storage } from '../../lib/providers/storage/storage';
import { completeUpload } from '../../lib/uploads/complete-upload';
import { moveFile } from '../../lib/uploads/move-file';
import { readFile } from '../../lib/uploads/read-file';
import { removeFile } from '../../lib/uploads/remove-file';
import { sweepUploads } from '../../lib/uploads/sweep-uploads';
import { anApplication, smallPicture } from '../support/applications';
import { picture, rawPdf } from '../support/corpus';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';
import { announce, attachedTo, send, upload } from '../support/uploads';

withDatabase();

const HOUR = 3_600_000;
const refused = (reason: keyof typeof refusalTexts) => ({ code: 'upload', details: { text: refusalTexts[reason] } });
const stateOf = async (id: string) => (await db().file.findUniqueOrThrow({ where: { id } })).state;

/** What the store holds of a file, wherever it lies. */
async function bytesOf(id: string): Promise<string[]> {
  const { key } = await db().file.findUniqueOrThrow({ where: { id } });
  const name =
    key
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? key;
  return readdirSync(process.env.STORAGE_FOLDER ?? '', { recursive: true, encoding: 'utf8' }).filter((entry) => entry.includes(`${name}`));
}

describe('an upload in three moves', () => {
  it('counts for nothing until its bytes are judged, then belongs to the document', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const body = await smallPicture();
    const { fileId, address } = await announce(applicant, body, { applicationId, name: '营业执照 (1).jpg' });
    expect([await stateOf(fileId), await attachedTo(applicationId)]).toEqual(['quarantined', []]);
    await expect(readFile(applicant, fileId)).rejects.toMatchObject({ code: 'notFound' });
    await send(address, body);
    await expect(readFile(applicant, fileId)).rejects.toMatchObject({ code: 'notFound' });

    const view = await completeUpload(applicant, { fileId });
    expect(view).toMatchObject({ id: fileId, kind: 'businessLicense', name: '营业执照 (1).jpg', isPdf: false });
    expect(await attachedTo(applicationId)).toEqual([fileId]);
    const { key, sha256, pageCount } = await db().file.findUniqueOrThrow({ where: { id: fileId } });
    expect(key).toMatch(/^businessLicense\/\d{4}\/[0-9a-f]{32}\.jpg$/);
    expect({ sha256, pageCount }).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), pageCount: 1 });
    expect(await storage().list('quarantine/')).toEqual([]);
    expect(await auditOf('file', fileId)).toEqual(['file.upload']);
  });

  it('may be completed again, also at the same moment, and answers the same', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const body = await smallPicture();
    const { fileId, address } = await announce(applicant, body, { applicationId });
    await send(address, body);
    const clicks = await Promise.all([1, 2, 3].map(() => completeUpload(applicant, { fileId })));
    expect(await completeUpload(applicant, { fileId })).toEqual(clicks[0]);
    expect(clicks).toEqual([clicks[0], clicks[0], clicks[0]]);
    expect(await auditOf('file', fileId)).toEqual(['file.upload']);
  });

  it.each([
    ['fewer bytes', 1],
    ['more bytes', -1],
  ])('refuses %s than were announced, and keeps none of them', async (_, difference) => {
    const { applicant, applicationId } = await anApplication('registered');
    const body = await smallPicture();
    const { fileId, address } = await announce(applicant, body, { applicationId, bytes: body.length + difference });
    await expect(send(address, body)).rejects.toMatchObject(refused('cut'));
    expect(await bytesOf(fileId)).toEqual([]);
    await expect(completeUpload(applicant, { fileId })).rejects.toMatchObject(refused('cut'));
    expect(await stateOf(fileId)).toBe('retired');
  });

  it('takes the bytes only at an address that it signed, for as many and for that file', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const body = await smallPicture();
    const [one, other] = [await announce(applicant, body, { applicationId }), await announce(applicant, body, { applicationId })];
    const forged = (name: string, value: string) => {
      const url = new URL(one.address.url, 'http://localhost');
      url.searchParams.set(name, value);
      return { url: url.toString() };
    };
    const otherKey = new URL(other.address.url, 'http://localhost').searchParams.get('key') ?? '';
    const changes = [
      ['bytes', '99999999'],
      ['key', otherKey],
      ['key', 'quarantine/../../x'],
      ['signature', ''],
      ['signature', '0'.repeat(64)],
    ] as const;
    for (const [name, value] of changes) await expect(send(forged(name, value), body)).rejects.toMatchObject({ code: 'notFound' });
    expect(await storage().list('quarantine/')).toEqual([]);
    await send(one.address, body);
    await completeUpload(applicant, { fileId: one.fileId });
    await expect(send(one.address, body)).rejects.toMatchObject({ code: 'notFound' }); // no second use
  });

  it("is the applicant's own, in every move", async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const stranger = await anApplicant();
    const reviewer = await staffWith('reviewer');
    const body = await smallPicture();
    await expect(announce(stranger, body, { applicationId })).rejects.toMatchObject({ code: 'notFound' });
    await expect(announce(reviewer, body, { applicationId })).rejects.toMatchObject({ code: 'forbidden' });
    const { fileId, address } = await announce(applicant, body, { applicationId });
    await send(address, body);
    await expect(completeUpload(stranger, { fileId })).rejects.toMatchObject({ code: 'notFound' });
    await completeUpload(applicant, { fileId });
    await expect(removeFile(stranger, fileId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(moveFile(stranger, { fileId, by: 1 })).rejects.toMatchObject({ code: 'notFound' });
    await expect(readFile(stranger, fileId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(removeFile(reviewer, fileId)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await attachedTo(applicationId)).toEqual([fileId]);
  });

  it('is over once the application is submitted', async () => {
    const { applicant, applicationId } = await anApplication('dues');
    const body = await smallPicture();
    const late = await announce(applicant, body, { applicationId });
    await send(late.address, body);
    const [license] = await attachedTo(applicationId, 'businessLicense');
    await submitApplication(applicant, { applicationId, key: 'k' });

    await expect(completeUpload(applicant, { fileId: late.fileId })).rejects.toMatchObject({ code: 'notEditable' });
    await expect(announce(applicant, body, { applicationId })).rejects.toMatchObject({ code: 'notEditable' });
    await expect(removeFile(applicant, license ?? '')).rejects.toMatchObject({ code: 'notEditable' });
    await expect(moveFile(applicant, { fileId: license ?? '', by: 1 })).rejects.toMatchObject({ code: 'notEditable' });
    expect(await attachedTo(applicationId, 'businessLicense')).toEqual([license]);
    expect(await bytesOf(late.fileId)).toEqual([]);
  });

  it('is seen by staff who review, and each reading is audited', async () => {
    const { applicationId } = await anApplication('submitted');
    const [fileId = ''] = await attachedTo(applicationId, 'businessLicense');
    await readFile(await staffWith('reviewer'), fileId);
    expect(await auditOf('file', fileId)).toEqual(['file.upload', 'file.read']);
    await expect(readFile(await staffWith('finance'), fileId)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('one document', () => {
  it('is one PDF or several pictures, never both', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const [image, pdf] = [await smallPicture(), rawPdf()];
    const asPdf = { applicationId, type: 'application/pdf', name: 'a.pdf' } as const;
    await upload(applicant, image, { applicationId });
    await upload(applicant, image, { applicationId });
    await expect(upload(applicant, pdf, asPdf)).rejects.toMatchObject(refused('pdfAlone'));
    await upload(applicant, pdf, { ...asPdf, kind: 'creditPledge' });
    await expect(upload(applicant, image, { applicationId, kind: 'creditPledge' })).rejects.toMatchObject(refused('onePdf'));
    await expect(upload(applicant, pdf, { ...asPdf, kind: 'creditPledge' })).rejects.toMatchObject(refused('onePdf'));
    expect(await attachedTo(applicationId)).toHaveLength(3);
  });

  it.each([
    ['a PDF after a picture', ['image', 'pdf'], 'pdfAlone'],
    ['a picture after a PDF', ['pdf', 'image'], 'onePdf'],
    ['two PDFs', ['pdf', 'pdf'], 'onePdf'],
  ] as const)('refuses %s also when both were announced while it was empty, and keeps no byte of the second', async (_, order, reason) => {
    const { applicant, applicationId } = await anApplication('registered');
    const bodies = { image: await smallPicture(), pdf: rawPdf() };
    const types = { image: 'image/jpeg', pdf: 'application/pdf' } as const;
    const announced = [];
    for (const what of order) announced.push(await announce(applicant, bodies[what], { applicationId, type: types[what] }));
    const [first, second] = announced;
    if (!first || !second) throw new Error('two uploads');
    await send(first.address, bodies[order[0]]);
    await send(second.address, bodies[order[1]]);
    await completeUpload(applicant, { fileId: first.fileId });
    await expect(completeUpload(applicant, { fileId: second.fileId })).rejects.toMatchObject(refused(reason));
    expect(await attachedTo(applicationId)).toEqual([first.fileId]);
    expect(await bytesOf(second.fileId)).toEqual([]);
  });

  it('holds at most twenty pages, also when the last two come at the same moment', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const body = await smallPicture();
    for (let n = 0; n < 19; n++) await upload(applicant, body, { applicationId });
    const last = [await announce(applicant, body, { applicationId }), await announce(applicant, body, { applicationId })];
    for (const { address } of last) await send(address, body);
    const results = await Promise.allSettled(last.map(({ fileId }) => completeUpload(applicant, { fileId })));
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('tooManyPages') });
    await expect(announce(applicant, body, { applicationId })).rejects.toMatchObject(refused('tooManyPages'));
    expect(await attachedTo(applicationId)).toHaveLength(20);
  });

  it('keeps the order in which its pages were announced, and moves one up or down at a time', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const body = await smallPicture();
    const announced = [];
    for (let n = 0; n < 3; n++) announced.push(await announce(applicant, body, { applicationId }));
    for (const { fileId, address } of announced.toReversed()) {
      await send(address, body);
      await completeUpload(applicant, { fileId });
    }
    const [a = '', b = '', c = ''] = announced.map(({ fileId }) => fileId);
    expect(await attachedTo(applicationId)).toEqual([a, b, c]);
    await moveFile(applicant, { fileId: c, by: -1 });
    expect(await attachedTo(applicationId)).toEqual([a, c, b]);
    await moveFile(applicant, { fileId: a, by: 1 });
    expect(await attachedTo(applicationId)).toEqual([c, a, b]);
    await moveFile(applicant, { fileId: c, by: -1 });
    await moveFile(applicant, { fileId: b, by: 1 });
    expect(await attachedTo(applicationId)).toEqual([c, a, b]); // at the ends nothing happens
  });

  it('loses a file that is removed, once, and can take another', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const { id } = await upload(applicant, await smallPicture(), { applicationId });
    await removeFile(applicant, id);
    await removeFile(applicant, id);
    expect(await attachedTo(applicationId)).toEqual([]);
    expect(await auditOf('file', id)).toEqual(['file.upload', 'file.remove']);
    await upload(applicant, rawPdf(), { applicationId, type: 'application/pdf' });
    expect(await attachedTo(applicationId)).toHaveLength(1);
  });

  it('is submitted whole or not at all when a file is removed at the same moment', async () => {
    for (let n = 0; n < 4; n++) {
      const { applicant, applicationId } = await anApplication('dues');
      const [license = ''] = await attachedTo(applicationId, 'businessLicense');
      const [submission, removal] = await Promise.allSettled([
        submitApplication(applicant, { applicationId, key: 'k' }),
        removeFile(applicant, license),
      ]);
      const submitted = submission.status === 'fulfilled';
      expect(submitted ? removal : submission).toMatchObject({
        status: 'rejected',
        reason: { code: submitted ? 'notEditable' : 'incomplete' },
      });
      expect(await stateOf(license)).toBe(submitted ? 'attached' : 'retired');
    }
  });
});

describe('replacing a file', () => {
  it('keeps the old one until the new one is accepted, then takes its place in the order', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const body = await smallPicture();
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push((await upload(applicant, body, { applicationId })).id);
    const [a = '', b = '', c = ''] = ids;
    const { fileId, address } = await announce(applicant, body, { applicationId, replaces: b });
    await send(address, body);
    expect(await attachedTo(applicationId)).toEqual([a, b, c]);
    await completeUpload(applicant, { fileId, replaces: b });
    expect(await attachedTo(applicationId)).toEqual([a, fileId, c]);
  });

  it('changes nothing when the new one is refused', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const { id } = await upload(applicant, await smallPicture(), { applicationId });
    await expect(upload(applicant, Buffer.from('no picture'), { applicationId, replaces: id })).rejects.toMatchObject(refused('type'));
    expect(await attachedTo(applicationId)).toEqual([id]);
    expect((await readFile(applicant, id)).body.length).toBeGreaterThan(100);
  });

  it('may put a PDF in the place of the only picture', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const { id } = await upload(applicant, await smallPicture(), { applicationId });
    const pdf = await upload(applicant, rawPdf(), { applicationId, type: 'application/pdf', replaces: id });
    expect(await attachedTo(applicationId)).toEqual([pdf.id]);
  });

  it('works once: of two that replace the same file the later one is refused', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const body = await picture(30, 30).jpeg().toBuffer();
    const { id } = await upload(applicant, body, { applicationId });
    const both = [
      await announce(applicant, body, { applicationId, replaces: id }),
      await announce(applicant, body, { applicationId, replaces: id }),
    ];
    for (const { address } of both) await send(address, body);
    const results = await Promise.allSettled(both.map(({ fileId }) => completeUpload(applicant, { fileId, replaces: id })));
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('busyFile') });
    expect(await attachedTo(applicationId)).toHaveLength(1);
  });

  it("cannot reach another application's file", async () => {
    const theirs = await anApplication('documents');
    const [victim = ''] = await attachedTo(theirs.applicationId, 'businessLicense');
    const { applicant, applicationId } = await anApplication('registered');
    const body = await smallPicture();
    await expect(upload(applicant, body, { applicationId, replaces: victim })).rejects.toMatchObject(refused('busyFile'));
    const { fileId, address } = await announce(applicant, body, { applicationId });
    await send(address, body);
    await expect(completeUpload(applicant, { fileId, replaces: victim })).rejects.toMatchObject(refused('busyFile'));
    expect(await stateOf(victim)).toBe('ready');
  });
});

describe('sweeping', () => {
  it('clears away what was announced a day ago and never completed, and nothing else', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const body = await smallPicture();
    const { id: kept } = await upload(applicant, body, { applicationId });
    const stale = await announce(applicant, body, { applicationId });
    await send(stale.address, body);
    const unsent = await announce(applicant, body, { applicationId });

    shiftClock(23 * HOUR);
    await sweepUploads();
    expect([await stateOf(stale.fileId), (await bytesOf(stale.fileId)).length]).toEqual(['quarantined', 1]);
    shiftClock(25 * HOUR);
    await sweepUploads();
    expect([await stateOf(stale.fileId), await stateOf(unsent.fileId), await bytesOf(stale.fileId)]).toEqual(['retired', 'retired', []]);
    expect([await attachedTo(applicationId), (await bytesOf(kept)).length]).toEqual([[kept], 2]);
    await expect(completeUpload(applicant, { fileId: stale.fileId })).rejects.toMatchObject({ code: 'notFound' });
  });
});
