import 'server-only';
import type * as z from 'zod/mini';
import { cached } from '../cached';
import { sideDb } from '../db';
import { DomainError } from '../errors';
import { type SettingKey, type SettingValue, settingDefaults, settingSchemas } from './settings';

const schemas: { [K in SettingKey]: z.ZodMiniType<SettingValue<K>> } = settingSchemas;

// Half a minute: every instance notices a change without asking at each request.
const rows = cached(30, async () => new Map((await sideDb().setting.findMany()).map(({ key, value }) => [key, value])));

/** The setting's value, or null when it has no default and nobody has set it yet. */
export async function findSetting<K extends SettingKey>(key: K): Promise<SettingValue<K> | null> {
  const stored = (await rows.get()).get(key);
  if (stored === undefined) return settingDefaults[key];
  return schemas[key].parse(stored);
}

/** @throws DomainError `notFound` when it has no default and nobody has set it yet. */
export async function getSetting<K extends SettingKey>(key: K): Promise<SettingValue<K>> {
  const value = await findSetting(key);
  if (value === null) throw new DomainError('notFound');
  return value;
}

/** After a change, so that the instance that made it shows it at once. */
export function forgetSettings(): void {
  rows.forget();
}
