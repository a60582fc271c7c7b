import * as z from 'zod/mini';
import { isDay } from '../days';
import { asList, checkbox, memberNumber, optionalText, requiredText } from '../fields';
import { Level } from '../generated/prisma/enums';
import { incompleteItems } from './incomplete';
import { stateEvents } from './states';

/** A day from the browser's own picker. */
export function dayField(label: string) {
  return z.string(`请选择${label}`).check(z.refine(isDay, `请选择${label}`));
}

export const changeStateSchema = z.object({
  memberId: z.uuid(),
  event: z.enum(stateEvents, '请选择要做的处理'),
  reason: requiredText('原因', 500),
  on: dayField('生效日期'),
  /** Also cancels what the member owes and has paid nothing of. */
  cancelDues: checkbox,
});

/** Members of the proposal list. */
export const endLapsedSchema = z.extend(z.omit(changeStateSchema, { memberId: true }), {
  event: z.enum(['withdraw', 'expel'], '请选择退会还是除名'),
  memberIds: z.pipe(z.transform(asList), z.array(z.uuid()).check(z.minLength(1, '请先在名单中选择'), z.maxLength(200, '一次最多 200 家'))),
});

/** The first half of a level change, in the address: what is asked about before anything is done. */
export const levelChoiceSchema = z.object({ level: z.enum(Level, '请选择新的级别'), from: dayField('生效日期') });

export const changeLevelSchema = z.extend(levelChoiceSchema, {
  memberId: z.uuid(),
  /** The level that the page showed: when it is another by now, somebody else was first. */
  openLevelId: z._default(z.string().check(z.maxLength(40)), ''),
  reason: requiredText('变更原因', 500),
  resolution: optionalText('决议', 200),
  topUp: checkbox,
});

export const correctMembershipSchema = z.object({
  memberId: z.uuid(),
  shown: z.string().check(z.maxLength(40)),
  number: memberNumber,
  joinedOn: dayField('入会日期'),
  reason: requiredText('更正的原因', 500),
});

export const settleItemSchema = z.object({ memberId: z.uuid(), item: z.enum(incompleteItems) });

const NOTE_LENGTH = 1000;

export const addNoteSchema = z.object({
  memberId: z.uuid(),
  text: requiredText('备注', NOTE_LENGTH),
  notedOn: dayField('日期'),
  pinned: checkbox,
});

export const noteIdSchema = z.object({ noteId: z.uuid() });

export const mergeSchema = z.object({ keepId: z.uuid(), goneId: z.uuid(), reason: requiredText('合并的原因', 500) });
