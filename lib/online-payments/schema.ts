import * as z from 'zod/mini';
import { filingSchemaFor } from '../dues/schema';
import { requiredText } from '../fields';

const titleSchema = z.pick(filingSchemaFor('9999-12-31'), {
  titleName: true,
  titleUscc: true,
  person: true,
  mobile: true,
  email: true,
});

export type OnlinePaymentAnswers = z.infer<typeof titleSchema>;

const years = z.pipe(
  z.transform((value: unknown) => [value].flat().filter((entry) => entry && entry !== 'false')),
  z.array(z.string().check(z.regex(/^\d{4}$/))).check(z.minLength(1, '请选择要交纳的年度'), z.maxLength(50)),
);

/** What is asked before the provider's page: which years, and whom the receipt is for. The transfer itself the provider tells us. */
export const onlinePaymentSchema = z.extend(titleSchema, { years });
export const startOnlinePaymentSchema = z.extend(onlinePaymentSchema, { companyId: z.uuid() });

export const resolveDifferenceSchema = z.object({ differenceId: z.uuid(), resolution: requiredText('处理结果', 300) });
