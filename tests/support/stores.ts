import { request } from 'node:http';
import { db } from '../../lib/db';
import { DomainError } from '../../lib/errors';
import { diskStore } from '../../lib/providers/storage/disk-store';
import type { ObjectStore, UploadAddress } from '../../lib/providers/storage/object-store';
import { s3Store } from '../../lib/providers/storage/s3-store';
import { receiveUpload } from '../../lib/uploads/receive-upload';
import { buildAccount } from '../../prisma/seed/accounts';
import { buildApplication } from '../../prisma/seed/applications';
import { sampleAnswers, sampleUscc } from '../../prisma/seed/companies';
import { newBucket, testServer } from './bucket';

/** A store, and what a browser does with the addresses that it gives out. */
export type StoreUnderTest = {
  open: () => Promise<ObjectStore>;
  /** Before an address is asked for: the file's row, where the store's own route wants one. */
  announce: (key: string) => Promise<void>;
  /** Answers whether the bytes were taken. */
  send: (address: UploadAddress, body: Buffer) => Promise<boolean>;
  /** Sends half of the body, then the connection breaks. */
  breakOff: (address: UploadAddress, body: Buffer) => Promise<void>;
};

export const disk: StoreUnderTest = {
  open: async () => diskStore(process.env.STORAGE_FOLDER ?? ''),
  announce: async (key) => {
    draft ??= buildDraft();
    const row = { kind: 'applicationForm', position: 1, name: 'form.pdf', type: 'application/pdf', bytes: 1 } as const;
    await db().file.create({ data: { ...row, ...(await draft), key: key.replace(/^quarantine\//, '') } });
  },
  send: (address, body) => receive(address, inChunks(body)),
  async breakOff(address, body) {
    await receive(address, halfOf(body));
  },
};

let draft: Promise<{ uploaderId: string; applicationId: string }> | undefined;

async function buildDraft() {
  const applicant = await buildAccount({ phone: '13800000001', name: '张建国' });
  const answers = sampleAnswers({ name: '北京远筑建设集团有限公司', uscc: sampleUscc(1) });
  const { applicationId } = await buildApplication({ applicant, answers, stage: 'registered' });
  return { uploaderId: applicant.id, applicationId };
}

async function receive({ url }: UploadAddress, body: AsyncIterable<Uint8Array>): Promise<boolean> {
  try {
    await receiveUpload(new URL(url, 'http://localhost').searchParams, body);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

async function* inChunks(body: Buffer): AsyncIterable<Uint8Array> {
  for (let at = 0; at < body.length; at += 65_536) yield body.subarray(at, at + 65_536);
}

async function* halfOf(body: Buffer): AsyncIterable<Uint8Array> {
  yield body.subarray(0, body.length / 2);
  throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

/** The S3 server of the environment, with a new bucket; null when there is none. */
export function s3(): StoreUnderTest | null {
  const server = testServer();
  if (!server) return null;
  return { open: async () => s3Store(await newBucket(server)), announce: async () => undefined, send: post, breakOff: breakOffPost };
}

async function post(address: UploadAddress, body: Buffer): Promise<boolean> {
  const response = await fetch(address.url, { method: address.method, body: formOf(address, body) });
  await response.arrayBuffer();
  return response.ok;
}

function formOf({ fields }: UploadAddress, body: Buffer): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(body)]));
  return form;
}

async function breakOffPost(address: UploadAddress, body: Buffer): Promise<void> {
  const whole = new Request(address.url, { method: 'POST', body: formOf(address, body) });
  const bytes = Buffer.from(await whole.arrayBuffer());
  const headers = { 'Content-Type': whole.headers.get('Content-Type') ?? '', 'Content-Length': bytes.length };
  const sending = request(address.url, { method: 'POST', headers });
  const broken = new Promise((resolve) => sending.once('close', resolve));
  sending.on('error', () => undefined); // we break it ourselves
  sending.write(bytes.subarray(0, bytes.length / 2), () => sending.destroy());
  await broken;
}
