import { DownloadLink } from '@/components/ui/button';
import { stampedKinds } from '@/lib/applications/printed';
import type { DraftView } from '@/lib/applications/queries';
import { fileKindLabels } from '@/lib/copy/applications';

type FormDownloadsProps = { draft: Pick<DraftView, 'id' | 'stamps'>; obstacle: string | null };

/** The forms to stamp: filled in with what was saved, or why not; and blank. */
export function FormDownloads({ draft: { id, stamps }, obstacle }: FormDownloadsProps) {
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <section>
        <h3 className="text-[15px] font-semibold">填好的表（推荐）</h3>
        {obstacle ? (
          <p className="mt-1 text-warn">{obstacle}</p>
        ) : (
          <>
            <p className="mt-1 mb-3 text-ink-2">按您保存的企业信息生成，打印、盖章即可。每页右上角有编号，协会据此核对。</p>
            <ul className="flex flex-col gap-3">
              {stampedKinds.map((kind) => (
                <li key={kind} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <DownloadLink href={`/api/forms/${id}/${kind}`} download>
                    下载填好的“{fileKindLabels[kind]}”
                  </DownloadLink>
                  <span className="text-sm text-ink-3">
                    编号 <span className="num">{stamps[kind].number}</span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section>
        <h3 className="text-[15px] font-semibold">空白表</h3>
        <p className="mt-1 mb-3 text-ink-2">打印后手工填写、盖章，没有编号。内容要与系统中填写的一致。</p>
        <ul className="flex flex-col gap-3">
          {stampedKinds.map((kind) => (
            <li key={kind}>
              <DownloadLink href={`/api/templates/${kind}`} look="quiet">
                下载“{fileKindLabels[kind]}”模板
              </DownloadLink>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
