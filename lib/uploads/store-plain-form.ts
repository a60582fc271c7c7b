import 'server-only';
import type { AccountActor } from '../access/actor';
import { DomainError } from '../errors';
import type { PlainRefusal } from './plain-refusals';
import type { PlainFile, PlainForm } from './read-plain-form';
import { uploadRefusal } from './rules';
import { createUploadSchema, type PlainTarget, plainTargetSchema } from './schema';
import { storeUpload } from './store-upload';

/**
 * Takes the files of a plain form one by one, in their order, by the same rules as any upload; what is refused is told,
 * and the others stay. @throws DomainError `notFound`
 */
export async function storePlainForm(
  actor: AccountActor,
  { fields, files }: PlainForm,
): Promise<{ target: PlainTarget; refusals: PlainRefusal[] }> {
  const refusals: PlainRefusal[] = [];
  let number = 0;
  for await (const file of files) {
    number++;
    const target = targetOf(fields);
    const reason = await refusalOf(() => storeFile(actor, target, file));
    if (reason) refusals.push({ kind: target.kind, number, reason });
  }
  const target = targetOf(fields);
  return { target, refusals: number ? refusals : [{ kind: target.kind, number: 1, reason: 'none' }] };
}

function targetOf(fields: Record<string, string>): PlainTarget {
  const target = plainTargetSchema.safeParse(fields);
  if (!target.success) throw new DomainError('notFound');
  return target.data;
}

async function storeFile(actor: AccountActor, target: PlainTarget, { name, type, body, tooLarge }: PlainFile): Promise<void> {
  if (tooLarge) throw uploadRefusal('tooLarge');
  if (!body.length) throw uploadRefusal('empty');
  if (/hei[cf]/i.test(type) || /\.hei[cf]$/i.test(name)) throw uploadRefusal('heic');
  const upload = createUploadSchema.safeParse({ ...target, name: name || '未命名', type, bytes: body.length });
  if (!upload.success) throw uploadRefusal('type');
  await storeUpload(actor, upload.data, body);
}

// What one may not see does not exist; everything else is said beside the other files.
async function refusalOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'notFound' || error.code === 'forbidden') throw error;
    return error.details.reason ?? error.code;
  }
}
