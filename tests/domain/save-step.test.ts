import * as z from 'zod';
import { saveStep } from '../../lib/applications/save-step';
import { submitApplication } from '../../lib/applications/submit-application';
import { db } from '../../lib/db';
import { buildAccount } from '../../prisma/seed/accounts';
import { buildApplication } from '../../prisma/seed/applications';
import { sampleAnswers, sampleUscc } from '../../prisma/seed/companies';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { scans } from '../support/scans';

withDatabase();

const answers = sampleAnswers({ name: '北京远筑建设集团有限公司', uscc: sampleUscc(1) });

const addressIn = (answers: unknown) => z.object({ company: z.object({ address: z.string() }) }).parse(answers).company.address;

describe('saving a step', () => {
  it('keeps what was typed although it is not complete, and says what is missing', async () => {
    const applicant = await buildAccount({ phone: '13800000001', name: '张建国' });
    const { applicationId } = await buildApplication({ applicant, answers, stage: 'registered' });

    const { fieldErrors } = await saveStep(applicant, { applicationId, step: 'company', values: { name: '北京远筑', postcode: '10008' } });

    expect(fieldErrors).toMatchObject({ postcode: '请填写 6 位数字', industry: '请选择所属行业' });
    const kept = await db().applicationAnswers.findUnique({ where: { applicationId_step: { applicationId, step: 'company' } } });
    expect(kept?.data).toEqual({ name: '北京远筑', postcode: '10008', qualifications: [], usccConfirmed: '' });
  });

  it('refuses after the application was submitted', async () => {
    const applicant = await buildAccount({ phone: '13800000002', name: '周敏' });
    const { applicationId } = await buildApplication({ applicant, answers, stage: 'dues', scans: await scans() });
    await submitApplication(applicant, { applicationId, key: 'once' });

    await expect(saveStep(applicant, { applicationId, step: 'company', values: {} })).rejects.toMatchObject({ code: 'notEditable' });
  });

  it('is in what is submitted at the same moment, or is refused', async () => {
    for (let n = 0; n < 4; n++) {
      const { applicant, answers: typed, applicationId } = await anApplication('dues');
      const [saving] = await Promise.allSettled([
        saveStep(applicant, { applicationId, step: 'company', values: { ...typed, usccConfirmed: 'on', address: '德胜门外大街 8 号' } }),
        submitApplication(applicant, { applicationId, key: 'k' }),
      ]);
      const { currentSnapshot } = await db().application.findUniqueOrThrow({
        where: { id: applicationId },
        include: { currentSnapshot: true },
      });
      const kept = await db().applicationAnswers.findUnique({ where: { applicationId_step: { applicationId, step: 'company' } } });
      expect(addressIn(currentSnapshot?.answers)).toBe(addressIn({ company: kept?.data }));
      if (saving.status === 'rejected') expect(saving.reason).toMatchObject({ code: 'notEditable' });
    }
  });

  it("hides another applicant's draft", async () => {
    const applicant = await buildAccount({ phone: '13800000003', name: '吴志强' });
    const stranger = await buildAccount({ phone: '13800000004', name: '郑晓燕' });
    const { applicationId } = await buildApplication({ applicant, answers, stage: 'registered' });

    await expect(saveStep(stranger, { applicationId, step: 'company', values: {} })).rejects.toMatchObject({ code: 'notFound' });
  });
});
