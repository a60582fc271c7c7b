import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { DomainError } from '../errors';
import { enqueue } from '../jobs/enqueue';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { choicesSchema, findingsSchema, totalsSchema, wordKey } from './findings';
import { importMachine, loadImport } from './machine';
import { reconcile } from './reconcile';

/**
 * Queues the commit of what was previewed. Each new word must have been decided on, and the totals of the old system typed;
 * where they differ from what the system will hold, it asks why.
 * @throws DomainError `invalid`, `alreadyDecided`
 */
export async function startCommit(actor: AccountActor, { importId, reason }: { importId: string; reason: string }): Promise<void> {
  authorize(actor, 'import.run', null);
  await transaction(async (tx) => {
    const found = await loadImport(tx, importId);
    if (found.state !== 'ready') throw new DomainError('alreadyDecided');
    const findings = findingsSchema.parse(found.findings);
    const choices = choicesSchema.parse(found.choices);
    const open = findings.words.filter((word) => choices[wordKey(word)] === undefined);
    if (open.length) throw refusal(`还有 ${open.length} 个系统里没有的选项没有选择，请先在上面选好。`);
    if (!findings.counts.good && !findings.counts.incomplete) throw refusal('没有可以导入的企业。');
    if (!found.totals) throw refusal('请先填写旧系统的合计，核对之后再导入。');
    const differences = (await reconcile(findings, totalsSchema.parse(found.totals), tx)).filter(({ difference }) => difference !== 0);
    if (differences.length && !reason) {
      const what = differences.some(({ typed }) => typed !== null) ? '核对有差额' : '有没填的合计';
      throw new DomainError('invalid', { fieldErrors: { reason: `${what}，请写明原因后再导入` } });
    }
    const change = { run: { increment: 1 }, percent: 0, failure: null, reason: reason || null };
    await transition(tx, actor, importMachine, { id: importId, from: 'ready', event: 'commit', reason, data: change });
    await enqueue(tx, 'commitImport', { importId, run: found.run + 1 });
  });
}

function refusal(text: string): DomainError {
  return new DomainError('invalid', { text });
}
