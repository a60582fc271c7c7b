import 'server-only';
import { storage } from '../providers/storage/storage';
import { quarantineKey } from './create-upload';

/** Deletes whatever a file that was not accepted has left in the store. */
export async function clearBytes(key: string): Promise<void> {
  const pages = await storage().list(`pages/${key.replace(/\.\w+$/, '')}-`);
  for (const left of [quarantineKey(key), key, ...pages]) await storage().delete(left);
}
