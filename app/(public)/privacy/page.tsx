import type { Metadata } from 'next';
import { DocumentPage } from '@/components/documents/document-page';
import { getCurrentDocument, getDocument, listDocuments } from '@/lib/documents/queries';
import { pageOf } from '@/lib/list-query';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: '隐私政策' };

export default async function PrivacyPage({ searchParams }: PageProps<'/privacy'>) {
  const { version } = await searchParams;
  const asked = typeof version === 'string' ? getDocument('privacy', pageOf(version)) : getCurrentDocument('privacy');
  const [document, versions] = await Promise.all([orNotFound(asked), listDocuments('privacy')]);
  return <DocumentPage path="/privacy" document={document} versions={versions} />;
}
