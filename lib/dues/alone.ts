import 'server-only';
import { getSetting } from '../settings/get-setting';

/** In fen: what one person may give back or give up; more takes a second one. A setting. */
export async function aloneUpToFen(): Promise<number> {
  return (await getSetting('secondPerson')).aloneUpTo * 100;
}
