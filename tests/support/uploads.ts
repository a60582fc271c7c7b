import type { AccountActor } from '../../lib/access/actor';
import { db } from '../../lib/db';
import type { FileKind } from '../../lib/generated/prisma/enums';
import { completeUpload } from '../../lib/uploads/complete-upload';
import { createUpload } from '../../lib/uploads/create-upload';
import type { ACCEPTED_TYPES } from '../../lib/uploads/limits';
import { receiveUpload } from '../../lib/uploads/receive-upload';

type Sending = {
  applicationId: string;
  kind?: FileKind;
  name?: string;
  type?: (typeof ACCEPTED_TYPES)[number];
  /** How many bytes are announced, where it is not as many as come. */
  bytes?: number;
  replaces?: string;
};

export async function announce(actor: AccountActor, body: Buffer, sending: Sending) {
  const { kind = 'businessLicense', name = '执照.jpg', type = 'image/jpeg', bytes = body.length, applicationId, replaces } = sending;
  return createUpload(actor, { applicationId, kind, name, type, bytes, replaces });
}

/** The second move: the bytes go to the signed address, in pieces as they come from a network. */
export async function send(address: { url: string }, body: Buffer): Promise<void> {
  const { searchParams } = new URL(address.url, 'http://localhost');
  await receiveUpload(searchParams, pieces(body));
}

async function* pieces(body: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += 65_536) yield body.subarray(at, at + 65_536);
}

/** All three moves. */
export async function upload(actor: AccountActor, body: Buffer, sending: Sending) {
  const { fileId, address } = await announce(actor, body, sending);
  await send(address, body);
  return completeUpload(actor, { fileId, replaces: sending.replaces });
}

/** The files that count among an application's documents, in their order. */
export async function attachedTo(applicationId: string, kind?: FileKind): Promise<string[]> {
  const where = { applicationId, kind, state: { in: ['ready' as const, 'attached' as const] } };
  const rows = await db().file.findMany({ where, orderBy: { position: 'asc' }, select: { id: true } });
  return rows.map(({ id }) => id);
}
