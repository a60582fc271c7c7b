import * as z from 'zod';
import { filingSchemaFor } from '../dues/schema';
import { requiredText } from '../fields';

const titleSchema = filingSchemaFor('9999-12-31').pick({
  titleName: true,
  titleUscc: true,
  person: true,
  mobile: true,
  email: true,
});

export type OnlinePaymentAnswers = z.infer<typeof titleSchema>;

const years = z.preprocess(
  (value) => [value].flat().filter((entry) => entry && entry !== 'false'),
  z
    .array(z.string().regex(/^\d{4}$/))
    .min(1, '请选择要交纳的年度')
    .max(50),
);

/** What is asked before the provider's page: which years, and whom the receipt is for. The transfer itself the provider tells us. */
export const onlinePaymentSchema = titleSchema.extend({ years });
export const startOnlinePaymentSchema = onlinePaymentSchema.extend({ companyId: z.uuid() });

export const resolveDifferenceSchema = z.object({ differenceId: z.uuid(), resolution: requiredText('处理结果', 300) });
