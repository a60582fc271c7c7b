import type { Metadata } from 'next';
import { DocumentPage } from '@/components/documents/document-page';
import { getCurrentDocument, getDocument, listDocuments } from '@/lib/documents/queries';
import { pageOf } from '@/lib/list-query';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: '章程' };

export default async function CharterPage({ searchParams }: PageProps<'/charter'>) {
  const { version } = await searchParams;
  const asked = typeof version === 'string' ? getDocument('charter', pageOf(version)) : getCurrentDocument('charter');
  const [document, versions] = await Promise.all([orNotFound(asked), listDocuments('charter')]);
  return <DocumentPage path="/charter" document={document} versions={versions} />;
}
