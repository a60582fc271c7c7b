import * as z from 'zod/mini';
import { optionalText, requiredText } from '../fields';
import { dayField } from '../members/schema';

export const DOCUMENT_LENGTH = 50_000;

/** A new version of 章程 or 隐私政策. `base`: the number of the one that the page showed as the latest. */
export const publishSchema = z.object({
  kind: z.enum(['charter', 'privacy']),
  base: z.coerce.number().check(z.int()),
  title: requiredText('标题', 100),
  summary: requiredText('变更说明', 500),
  body: requiredText('正文', DOCUMENT_LENGTH),
  validFrom: dayField('施行日期'),
});

export const agreeSchema = z.object({ documentId: z.uuid(), next: optionalText('地址', 2000) });
