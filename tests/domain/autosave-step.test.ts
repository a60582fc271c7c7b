import { autosaveStep } from '../../lib/applications/autosave-step';
import { saveStep } from '../../lib/applications/save-step';
import { db } from '../../lib/db';
import { returnFiling } from '../../lib/dues/return-filing';
import { sampleFiling } from '../../prisma/seed/applications';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';

withDatabase();

const stored = async (applicationId: string, step: 'company' | 'dues' = 'company') =>
  db().applicationAnswers.findUniqueOrThrow({ where: { applicationId_step: { applicationId, step } } });

/** An application just registered, and a form of it as one window has it open. */
async function anOpenForm() {
  const { applicant, applicationId } = await anApplication('registered');
  const { data } = await stored(applicationId);
  const opened = JSON.parse(JSON.stringify(data));
  const form = (editor: string) => {
    let sequence = 0;
    return (change: object, count = ++sequence, bases = [opened]) =>
      autosaveStep(applicant, {
        applicationId,
        step: 'company',
        values: { ...opened, ...change },
        opened: { bases, editor, sequence: count, conflicts: [] },
      });
  };
  return { applicant, applicationId, opened, form };
}

describe('what is being typed', () => {
  it('is kept as it is, valid or not', async () => {
    const { applicationId, form } = await anOpenForm();
    const kept = await form('a')({ postcode: '10', address: '北' });
    expect((await stored(applicationId)).data).toMatchObject({ postcode: '10', address: '北' });
    expect(kept).toMatchObject({ version: 2, conflicts: [], savedAt: expect.any(Date) });
  });

  it('is never overtaken by an older save of the same form that arrives later', async () => {
    const { applicationId, form } = await anOpenForm();
    const save = form('a');
    await save({ address: '北京市海淀区' }, 2);
    const late = await save({ address: '北京' }, 1);
    expect((await stored(applicationId)).data).toMatchObject({ address: '北京市海淀区' });
    expect(late.values).toMatchObject({ address: '北京市海淀区' });

    await save({ address: '' }, 3, [{ address: '北京市海淀区' }]);
    await save({ address: '北京市海淀区' }, 2, [{ address: '' }]); // back to what it was: only the count tells
    expect((await stored(applicationId)).data).toMatchObject({ address: '' });
  });

  it('of two windows is merged, and told where both changed the same', async () => {
    const { applicationId, form } = await anOpenForm();
    await form('a')({ address: '北京市海淀区', postcode: '100039' });
    const { values, conflicts } = await form('b')({ address: '北京市朝阳区', legalRepresentative: '李卫东' });
    expect(values).toMatchObject({ address: '北京市海淀区', postcode: '100039', legalRepresentative: '李卫东' });
    expect(conflicts).toMatchObject([{ unit: 'address', mine: '北京市朝阳区', theirs: '北京市海淀区' }]);
    expect((await stored(applicationId)).data).toEqual(values);
  });

  it('of two windows at the same moment loses neither', async () => {
    const { applicationId, form } = await anOpenForm();
    await Promise.all([
      form('a')({ postcode: '100039' }),
      form('b')({ legalRepresentative: '李卫东' }),
      form('c')({ profile: '成立于 1998 年' }),
    ]);
    expect((await stored(applicationId)).data).toMatchObject({
      postcode: '100039',
      legalRepresentative: '李卫东',
      profile: '成立于 1998 年',
    });
  });

  it('is no longer taken once the application is submitted, and is nobody else’s to write', async () => {
    const { applicant, applicationId } = await anApplication('submitted');
    const draft = { applicationId, step: 'company' as const, values: {}, opened: { bases: [{}], editor: 'a', sequence: 1, conflicts: [] } };
    await expect(autosaveStep(applicant, draft)).rejects.toMatchObject({ code: 'notEditable' });
    await expect(autosaveStep(await anApplicant(), draft)).rejects.toMatchObject({ code: 'notFound' });
    await expect(autosaveStep(await staffWith('reviewer'), draft)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('does not file returned dues again: that is for the button', async () => {
    const { applicant, answers, applicationId } = await anApplication('submitted');
    await returnFiling(await staffWith('finance'), { filingId: (await filingOf(applicationId)).id, reason: '流水号查不到。' });
    const filing = await sampleFiling(answers);
    const values = { ...filing, serial: 'SN20261124' };
    await autosaveStep(applicant, {
      applicationId,
      step: 'dues',
      values,
      opened: { bases: [filing], editor: 'a', sequence: 1, conflicts: [] },
    });
    expect(await filingOf(applicationId)).toMatchObject({ state: 'returned' });
    expect((await stored(applicationId, 'dues')).data).toMatchObject({ serial: 'SN20261124' });

    await saveStep(applicant, { applicationId, step: 'dues', values, opened: { bases: [values], editor: '', sequence: 0, conflicts: [] } });
    expect(await filingOf(applicationId)).toMatchObject({ state: 'pending', serial: 'SN20261124' });
  });

  it('is not taken without end', async () => {
    const { form } = await anOpenForm();
    await expect(form('a')({ profile: '长'.repeat(30_000) })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the button of a form that somebody else changed meanwhile', () => {
  it('saves, shows what both changed, and does as was decided', async () => {
    const { applicant, applicationId, opened, form } = await anOpenForm();
    await form('a')({ address: '北京市海淀区', postcode: '100039' });
    const mine = { ...opened, address: '北京市朝阳区', legalRepresentative: '李卫东' };
    const press = (extra: object, bases = [opened]) =>
      saveStep(applicant, {
        applicationId,
        step: 'company',
        values: mine,
        opened: { bases, editor: '', sequence: 0, conflicts: [{ unit: 'address', theirs: '北京市海淀区' }] },
        ...extra,
      });

    const asked = await press({});
    expect(asked.conflicts).toMatchObject([{ unit: 'address', mine: '北京市朝阳区', theirs: '北京市海淀区' }]);
    // The form shows one's own value where it is to be decided, and the other's where it is not.
    expect(asked.values).toMatchObject({ address: '北京市朝阳区', postcode: '100039', legalRepresentative: '李卫东' });

    expect((await press({ settle: 'chosen', choice: { 0: 'theirs' } })).conflicts).toEqual([]);
    expect((await stored(applicationId)).data).toMatchObject({ address: '北京市海淀区' });
    expect((await press({ settle: 'mine' })).conflicts).toEqual([]);
    expect((await stored(applicationId)).data).toMatchObject({ address: '北京市朝阳区' });
  });
});
