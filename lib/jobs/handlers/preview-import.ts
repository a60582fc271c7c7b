import 'server-only';
import { previewImport } from '../../imports/preview-import';
import type { JobHandler } from '../jobs';

export const handlePreviewImport: JobHandler<'previewImport'> = (run) => previewImport(run);
