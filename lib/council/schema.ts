import * as z from 'zod';
import { isDay } from '../days';
import { personName, requiredText } from '../fields';
import { dayField } from '../members/schema';

const optionalDay = z.preprocess((text) => text || undefined, z.string().refine(isDay, '请选择任期至的日期').optional());

const seatFields = {
  position: requiredText('席位', 20),
  person: personName,
  title: requiredText('职务', 60),
  term: requiredText('届次', 20),
  from: dayField('任职开始日期'),
  /** 任期至, the last day; left open where none is set. */
  to: optionalDay,
};

type Dates = { from: string; to?: string | undefined };
const inOrder = ({ from, to }: Dates) => !to || to >= from;
const order = { path: ['to'], error: '任期至不能早于任职开始日期' };

export const addSeatSchema = z.object({ memberId: z.uuid(), ...seatFields }).refine(inOrder, order);

export const changeSeatSchema = z.object({ seatId: z.uuid(), version: z.coerce.number().int(), ...seatFields }).refine(inOrder, order);

export const endSeatSchema = z.object({
  seatId: z.uuid(),
  version: z.coerce.number().int(),
  on: dayField('最后一天'),
  reason: requiredText('原因', 200),
});
