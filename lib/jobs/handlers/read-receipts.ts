import 'server-only';
import { readReceipts } from '../../receipts/read-receipts';
import type { JobHandler } from '../jobs';

export const handleReadReceipts: JobHandler<'readReceipts'> = ({ importId }) => readReceipts(importId);
