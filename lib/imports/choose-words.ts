import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { listOptions } from '../dictionaries/queries';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { findingsSchema, wordKey } from './findings';
import { loadImport } from './machine';

/** Chosen for a word that is to become a dictionary entry of its own. */
export const ADD = 'new';

/**
 * What each word means that no dictionary has: an entry there is, or a new one, which the commit adds.
 * @throws DomainError `invalid` at the word that was left open, `alreadyDecided`
 */
export async function chooseWords(
  actor: AccountActor,
  { importId, chosen }: { importId: string; chosen: readonly string[] },
): Promise<void> {
  authorize(actor, 'import.run', null);
  await transaction(async (tx) => {
    const found = await loadImport(tx, importId);
    if (found.state !== 'ready') throw new DomainError('alreadyDecided');
    const { words } = findingsSchema.parse(found.findings);
    const choices: Record<string, string> = {};
    const fieldErrors: Record<string, string> = {};
    for (const [index, word] of words.entries()) {
      const choice = chosen[index] ?? '';
      const known = choice === ADD || (await listOptions(word.kind)).some(({ code }) => code === choice);
      if (known) choices[wordKey(word)] = choice;
      else fieldErrors[`words.${index}`] = `请选择“${word.label}”怎样导入`;
    }
    if (Object.keys(fieldErrors).length) throw new DomainError('invalid', { fieldErrors });
    await tx.import.update({ where: { id: importId }, data: { choices } });
    await recordAudit(tx, actor, { action: 'import.words', record: 'import', recordId: importId, data: { choices } });
  });
}
