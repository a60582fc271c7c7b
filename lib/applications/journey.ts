import { filingSchemaFor } from '../dues/schema';
import type { FileKind, FilingState } from '../generated/prisma/enums';
import { companySchema } from './schema';
import { documentKinds, type StepId, steps } from './steps';

/** Everything that decides how far an application is; nothing of it is stored as progress. */
export type JourneyFacts = {
  charterAgreed: boolean;
  company: unknown;
  dues: { data: unknown; savedAt: Date } | null;
  files: readonly { kind: FileKind }[];
  /** How many stamped documents need a new stamp. */
  outdated: number;
  /** The filing, once the application was submitted. */
  filing: { state: FilingState; decidedAt: Date | null } | null;
  collectBeforeApproval: boolean;
  year: number;
  today: string;
};

export type StepStatus = { id: StepId; done: boolean; open: boolean; text: string };

/** Each step with its status in words. A step is done when its schema parses; it is open when all before it are done. */
export function journeyOf(facts: JourneyFacts): StepStatus[] {
  let open = true;
  return steps.map(({ id }) => {
    const status = { id, open, ...progress[id](facts) };
    open = open && status.done;
    return status;
  });
}

/** The first step that is not done: where signing in again lands. */
export function firstOpenStep(journey: readonly StepStatus[]): StepId {
  return journey.find(({ done }) => !done)?.id ?? 'review';
}

/** 汇款凭证 or 流水号: one of them proves the transfer. */
export function hasProof(serial: string, files: readonly { kind: FileKind }[]): boolean {
  return serial !== '' || files.some(({ kind }) => kind === 'transferVoucher');
}

type Progress = { done: boolean; text: string };

const progress: Record<StepId, (facts: JourneyFacts) => Progress> = {
  charter: ({ charterAgreed }) => ({ done: charterAgreed, text: charterAgreed ? '已同意' : '请阅读' }),
  company: ({ company }) => counted(missingFields(companySchema.safeParse(company ?? {})), '项', '已填好'),
  documents: ({ files, outdated }) => {
    const missing = documentKinds.filter((kind) => !files.some((file) => file.kind === kind)).length;
    return counted(missing, '份', outdated ? `${outdated} 份需重新盖章` : `${documentKinds.length} 份已上传`);
  },
  dues: duesProgress,
  review: () => ({ done: false, text: '等待提交' }),
};

function duesProgress({ dues, files, filing, collectBeforeApproval, year, today }: JourneyFacts): Progress {
  if (filing?.state === 'confirmed') return { done: true, text: '已确认' };
  if (filing?.state === 'pending') return { done: true, text: '待确认' };
  if (!collectBeforeApproval) return { done: true, text: '通过后再交' };
  if (!dues) return { done: false, text: `${year} 年度` };
  if (filing?.decidedAt && dues.savedAt <= filing.decidedAt) return { done: false, text: '汇款信息被退回' };
  const parsed = filingSchemaFor(today).safeParse(dues.data);
  const unproven = parsed.success && !hasProof(parsed.data.serial, files) ? 1 : 0;
  return counted(missingFields(parsed) + unproven, '项', '已填好');
}

function counted(missing: number, unit: string, complete: string): Progress {
  return missing ? { done: false, text: `还差 ${missing} ${unit}` } : { done: true, text: complete };
}

function missingFields(result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } }): number {
  return new Set(result.error?.issues.map(({ path }) => path.join('.').replace('usccConfirmed', 'uscc'))).size;
}
