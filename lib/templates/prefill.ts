import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { checkChoices } from '../applications/check-choices';
import { companyWords } from '../applications/company-words';
import { formNumberOf } from '../applications/form-number';
import { answersOf, loadApplication } from '../applications/load-application';
import type { StampedKind } from '../applications/printed';
import { type CompanyAnswers, companySchema } from '../applications/schema';
import { fileKindLabels } from '../copy/applications';
import { db } from '../db';
import { DomainError } from '../errors';
import { missingGlyphs } from '../pdf/fonts';
import { printable } from '../pdf/printable';
import { drawApplicationForm } from './draw-application-form';
import { drawCreditPledge } from './draw-credit-pledge';

/**
 * 入会申请表 or 信用承诺书 filled in with what was saved, for the applicant to print and stamp.
 * @throws DomainError `notFound`; `invalid` with the reason when it cannot be filled in
 */
export async function getPrefilled(
  actor: Actor,
  { applicationId, kind }: { applicationId: string; kind: StampedKind },
): Promise<{ name: string; body: Buffer }> {
  const application = await loadApplication(db(), applicationId);
  authorize(actor, 'application.edit', application);
  const company = answersOf(application, 'company')?.data;
  const obstacle = await findObstacle(company);
  if (obstacle) throw new DomainError('invalid', { text: obstacle });
  const answers = asPrinted(companySchema.parse(company));
  const number = formNumberOf(kind, company);
  const body =
    kind === 'applicationForm'
      ? await drawApplicationForm({ number, answers, words: await companyWords(answers) })
      : await drawCreditPledge({ number, answers });
  return { name: `${fileKindLabels[kind]}-${answers.name}-${number}.pdf`, body };
}

/** Why the saved answers cannot be printed, in words; null when they can. */
export async function findObstacle(company: unknown): Promise<string | null> {
  const parsed = companySchema.safeParse(company);
  if (!parsed.success || Object.keys(await checkChoices(parsed.data)).length) return '企业信息还没有填完整，填好后就可以下载填好的表。';
  const missing = missingGlyphs('sans', JSON.stringify(asPrinted(parsed.data)));
  return missing.length ? `字库里没有“${missing.join('、')}”，不能生成填好的表。请下载空白表，手工填写；审核不受影响。` : null;
}

/** The answers with each text as it is printed, in the order in which its number counts them. */
function asPrinted(answers: CompanyAnswers): CompanyAnswers {
  const { name, address, legalRepresentative, profile } = answers;
  return {
    ...answers,
    name: printable(name),
    address: printable(address),
    legalRepresentative: printable(legalRepresentative),
    profile: printable(profile),
    liaisons: answers.liaisons.map((liaison) => ({
      ...liaison,
      name: printable(liaison.name),
      department: printable(liaison.department),
      title: printable(liaison.title),
    })),
    qualifications: answers.qualifications.toSorted(),
  };
}
