import { db } from '../../lib/db';
import { forgetDictionaries, getLabels } from '../../lib/dictionaries/queries';
import { withDatabase } from '../support/database';

withDatabase();

describe('a word of a dictionary', () => {
  it('that a job has added is read by the pages at once, though they are bundled apart', async () => {
    const word = { kind: 'industry' as const, code: 'added-tunnels', label: '隧道工程', order: 99 };
    const labelOf = async () => (await getLabels()).of(word.kind, word.code);
    expect(await labelOf()).toBe(word.code);
    await db().dictionaryEntry.create({ data: word });
    await jest.isolateModulesAsync(async () => {
      const job = await import('../../lib/dictionaries/queries');
      expect(job.forgetDictionaries).not.toBe(forgetDictionaries);
      job.forgetDictionaries();
    });
    expect(await labelOf()).toBe(word.label);
  });
});
