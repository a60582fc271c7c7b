import * as z from 'zod/mini';
import type { FileKind } from '@/lib/generated/prisma/enums';

/** Whose document a file belongs to. */
export type FileOwner =
  | { applicationId: string; companyId?: undefined; duesYear?: undefined }
  | { companyId: string; applicationId?: undefined; duesYear?: number }
  | { standardId: string }
  // The PDF of a receipt, beside the filing that says to whom; the charge names its page.
  | { companyId?: string; applicationId?: string; filingId?: string; chargeId: string };

export type Upload = { owner: FileOwner; kind: FileKind; file: File; replaces?: string };

const created = z.object({
  fileId: z.string(),
  address: z.object({ method: z.enum(['POST', 'PUT']), url: z.string(), fields: z.catchall(z.object({}), z.string()) }),
});
const refused = z.object({ error: z.string() });

const CUT = '文件没有传完整，可能是网络中断了，请重新上传。';

/**
 * Sends one file in three moves: announce, transfer, have it judged. `onProgress` tells the share that has been sent.
 * Rejects with an Error in words; nothing that was there before is lost.
 */
export async function uploadFile(
  { owner, kind, file, replaces }: Upload,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const announced = await post('/api/uploads', { ...owner, kind, replaces, name: file.name, type: file.type, bytes: file.size }, signal);
  const { fileId, address } = z.parse(created, announced);
  await transfer(address, file, onProgress, signal);
  await post(`/api/uploads/${fileId}/complete`, { replaces }, signal);
}

async function post(url: string, body: object, signal: AbortSignal): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch((error: unknown) => {
    throw signal.aborted ? error : new Error(CUT);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const words = z.safeParse(refused, answer);
  throw new Error(words.success ? words.data.error : CUT);
}

// fetch tells nothing of what has been sent; XMLHttpRequest does.
function transfer(
  { method, url, fields }: z.infer<typeof created>['address'],
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? resolve() : reject(new Error(CUT)));
    request.onerror = () => reject(new Error(CUT));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(method === 'PUT' ? file : formOf(fields, file));
  });
}

function formOf(fields: Record<string, string>, file: File): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file); // last, as S3 wants it
  return form;
}
