import { randomBytes } from 'node:crypto';
import { CreateBucketCommand, PutBucketCorsCommand, S3Client } from '@aws-sdk/client-s3';

type TestServer = { endpoint: string; region: string; accessKeyId: string; secretAccessKey: string; forcePathStyle: boolean };

/** The S3 server that the environment names; null when there is none. */
export function testServer(): TestServer | null {
  const { S3_TEST_ENDPOINT: endpoint, S3_TEST_ACCESS_KEY_ID = '', S3_TEST_SECRET_ACCESS_KEY = '' } = process.env;
  if (!endpoint) return null;
  const keys = { accessKeyId: S3_TEST_ACCESS_KEY_ID, secretAccessKey: S3_TEST_SECRET_ACCESS_KEY };
  return { endpoint, region: 'us-east-1', forcePathStyle: true, ...keys };
}

/** A new bucket there; pages of `origins` may send files to it, as README asks of a production bucket. */
export async function newBucket(server: TestServer, origins: string[] = []): Promise<TestServer & { bucket: string }> {
  const { accessKeyId, secretAccessKey, ...options } = server;
  const client = new S3Client({ ...options, credentials: { accessKeyId, secretAccessKey } });
  const Bucket = `test-${randomBytes(6).toString('hex')}`;
  await client.send(new CreateBucketCommand({ Bucket }));
  const rule = { AllowedOrigins: origins, AllowedMethods: ['POST'], AllowedHeaders: ['*'] };
  if (origins.length) await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }));
  return { ...server, bucket: Bucket };
}
