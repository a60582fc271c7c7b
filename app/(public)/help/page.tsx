import type { Metadata } from 'next';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { password, questions, signIn } from './access';
import type { Chapter } from './chapter';
import { duesChapters } from './dues';
import { joining } from './joining';
import { certificates, membership } from './membership';

export const metadata: Metadata = { title: '操作手册' };

const parts: readonly { title: string; chapters: readonly Chapter[] }[] = [
  { title: '申请入会', chapters: joining },
  { title: '会员', chapters: [signIn, ...membership, ...duesChapters, certificates] },
  { title: '账号与问题', chapters: [password, questions] },
];
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];
const chapters = parts.flatMap((part) => part.chapters);
const numbered = (chapter: Chapter) => `${NUMERALS[chapters.indexOf(chapter)]}、${chapter.title}`;

export default function HelpPage() {
  return (
    <>
      <PageTitle>操作手册</PageTitle>
      <div className="flex flex-col gap-5">
        <Panel title="目录">
          <nav aria-label="目录" className="grid gap-x-8 gap-y-4 md:grid-cols-3">
            {parts.map((part) => (
              <section key={part.title}>
                <h3 className="text-sm font-semibold text-ink-3">{part.title}</h3>
                <ol>
                  {part.chapters.map((chapter) => (
                    <li key={chapter.id}>
                      <a href={`#${chapter.id}`} className="flex min-h-11 items-center">
                        {numbered(chapter)}
                      </a>
                    </li>
                  ))}
                </ol>
              </section>
            ))}
          </nav>
        </Panel>
        {chapters.map((chapter) => (
          <Panel key={chapter.id} id={chapter.id} title={numbered(chapter)}>
            <div className="flex max-w-[40em] flex-col gap-3">{chapter.body}</div>
          </Panel>
        ))}
      </div>
    </>
  );
}
