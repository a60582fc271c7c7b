import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Prose } from '@/components/ui/prose';
import { Tag } from '@/components/ui/tag';
import { formatDay } from '@/lib/days';
import type { DocumentLine, DocumentView } from '@/lib/documents/queries';

type DocumentPageProps = { path: string; document: DocumentView; versions: readonly DocumentLine[] };

/** 章程 or 隐私政策, one version of it, with every other there was. */
export function DocumentPage({ path, document, versions }: DocumentPageProps) {
  const { number, title, body, summary, validFrom } = document;
  const current = versions.find(({ inForce }) => inForce);
  return (
    <>
      <PageTitle hint={`第 ${number} 版 · ${formatDay(validFrom)} 起施行`}>{title}</PageTitle>
      <div className="flex flex-col gap-5">
        {current && current.number !== number && (
          <Note tone="warn" title={number < current.number ? '这是以前的版本' : '这一版还没有施行'}>
            <Link href={path} className="inline-flex min-h-11 items-center">
              查看现行版本
            </Link>
          </Note>
        )}
        {summary && <Note title="变更说明">{summary}</Note>}
        <Panel>
          <Prose text={body} />
        </Panel>
        {versions.length > 1 && (
          <Panel title="各个版本" flush>
            <ul className="divide-y divide-line-2">
              {versions.map((version) => (
                <li key={version.number} className="flex flex-wrap items-center gap-x-4 px-4 md:px-6">
                  <Link
                    href={`${path}?version=${version.number}`}
                    aria-current={version.number === number ? 'page' : undefined}
                    className="num inline-flex min-h-12 items-center"
                  >
                    第 {version.number} 版
                  </Link>
                  <span className="num text-sm text-ink-3">{formatDay(version.validFrom)} 起施行</span>
                  {version.inForce && <Tag tone="ok">现行</Tag>}
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </>
  );
}
