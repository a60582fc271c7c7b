import sharp from 'sharp';
import type { AccountActor } from '../../lib/access/actor';
import type { CompanyAnswers } from '../../lib/applications/schema';
import { db } from '../../lib/db';
import { buildApplication, type Stage } from '../../prisma/seed/applications';
import { anApplicant, companyOf } from './people';

let made: Promise<Buffer> | undefined;

/** A small picture that stands for a scan where only its being there counts. */
export function smallPicture(): Promise<Buffer> {
  made ??= sharp({ create: { width: 210, height: 297, channels: 3, background: '#fdfcf9' } })
    .jpeg()
    .toBuffer();
  return made;
}

type Wanted = { reviewer?: AccountActor; finance?: AccountActor; applicant?: AccountActor; change?: Partial<CompanyAnswers> };

/** An application of a new applicant and a new company, brought to a stage by the product's own commands. */
export async function anApplication(stage: Stage, { reviewer, finance, applicant: given, change }: Wanted = {}) {
  const applicant = given ?? (await anApplicant());
  const answers = companyOf(applicant, change);
  const page = await smallPicture();
  const scans = { applicationForm: page, creditPledge: page, businessLicense: page };
  const { applicationId } = await buildApplication({ applicant, answers, stage, reviewer, finance, scans });
  return { applicant, answers, applicationId };
}

/** The filing that an application made. */
export async function filingOf(applicationId: string) {
  return db().filing.findFirstOrThrow({ where: { applicationId }, include: { charges: { include: { charge: true } } } });
}
