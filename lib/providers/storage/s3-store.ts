import 'server-only';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { type ObjectStore, requireKey, requirePrefix } from './object-store';

export type S3Options = {
  endpoint?: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Aliyun OSS wants the bucket in the host name, most self-hosted servers in the path. */
  forcePathStyle: boolean;
};

const SECONDS = 600;

/** Any S3-compatible server. Bodies have known lengths; checksums only where a server requires them. */
export function s3Store({ bucket: Bucket, accessKeyId, secretAccessKey, ...options }: S3Options): ObjectStore {
  const client = new S3Client({
    ...options,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    async put(key, body, type) {
      await client.send(new PutObjectCommand({ Bucket, Key: requireKey(key), Body: body, ContentLength: body.length, ContentType: type }));
    },
    async get(key) {
      const found = await client.send(new GetObjectCommand({ Bucket, Key: requireKey(key) })).catch(nullIfMissing);
      if (!found?.Body) return null;
      return { body: Buffer.from(await found.Body.transformToByteArray()), type: found.ContentType ?? 'application/octet-stream' };
    },
    async size(key) {
      const found = await client.send(new HeadObjectCommand({ Bucket, Key: requireKey(key) })).catch(nullIfMissing);
      return found ? (found.ContentLength ?? 0) : null;
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: requireKey(key) }));
    },
    async list(prefix) {
      const keys: string[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: requirePrefix(prefix), ContinuationToken }));
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : [])));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
      return keys.toSorted();
    },
    async uploadAddress(key, { bytes, type }) {
      const { url, fields } = await createPresignedPost(client, {
        Bucket,
        Key: requireKey(key),
        Expires: SECONDS,
        Fields: { 'Content-Type': type },
        Conditions: [
          ['content-length-range', bytes, bytes],
          ['eq', '$Content-Type', type],
        ],
      });
      return { method: 'POST', url, fields };
    },
  };
}

function nullIfMissing(error: unknown): null {
  if (error instanceof NoSuchKey || error instanceof NotFound) return null;
  throw error;
}
