import 'server-only';
import { env } from '../../env';
import { diskStore } from './disk-store';
import type { ObjectStore } from './object-store';
import { s3Store } from './s3-store';

let chosen: ObjectStore | undefined;

/** The configured store. */
export function storage(): ObjectStore {
  chosen ??= choose();
  return chosen;
}

function choose(): ObjectStore {
  const {
    STORAGE,
    STORAGE_FOLDER = '',
    S3_ENDPOINT,
    S3_REGION,
    S3_BUCKET = '',
    S3_ACCESS_KEY_ID = '',
    S3_SECRET_ACCESS_KEY = '',
    S3_FORCE_PATH_STYLE,
  } = env();
  if (STORAGE === 'disk') return diskStore(STORAGE_FOLDER);
  return s3Store({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    forcePathStyle: S3_FORCE_PATH_STYLE === 'true',
  });
}
