import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { transaction } from '../transaction';
import { forgetSettings } from './get-setting';
import { type SettingKey, type SettingValue, settingPermissions } from './settings';

/** Sets one setting, audited with the value before and after. */
export async function changeSetting<K extends SettingKey>(actor: Actor, key: K, value: SettingValue<K>): Promise<void> {
  const permission: 'reminder.change' | 'settings.edit' = settingPermissions[key] ?? 'settings.edit';
  authorize(actor, permission, null);
  await transaction(async (tx) => {
    const before = await tx.setting.findUnique({ where: { key } });
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value, version: { increment: 1 } } });
    await recordAudit(tx, actor, {
      action: 'setting.change',
      record: 'setting',
      recordId: key,
      data: { before: before?.value ?? null, after: value },
    });
  });
  forgetSettings();
}
