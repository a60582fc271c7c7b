import { Link } from '@/components/ui/link';
import { ASSOCIATION } from '@/lib/copy/association';

const links = [
  ['/privacy', '隐私政策'],
  ['/help', '操作手册'],
  ['/contact', '联系我们'],
] as const;

/** Bottom of every page; the 备案 number stands at its centre as the 备案办法 asks (Art. 13). */
export function SiteFooter({ icp, policeRecord }: { icp: string; policeRecord: string }) {
  return (
    <footer data-site className="border-t border-line bg-white text-sm text-ink-3">
      <div className="mx-auto flex max-w-[1120px] flex-col items-center gap-2 px-4 py-6">
        <div className="flex flex-wrap justify-center gap-x-2">
          {links.map(([href, label]) => (
            <Link key={href} href={href} className="inline-flex min-h-11 items-center px-2 text-ink-2">
              {label}
            </Link>
          ))}
          <a href={ASSOCIATION.site} className="inline-flex min-h-11 items-center px-2 text-ink-2">
            协会官网
          </a>
        </div>
        <p>{ASSOCIATION.name}</p>
        {(icp || policeRecord) && (
          <p className="num flex flex-wrap justify-center gap-4">
            {icp && <a href="https://beian.miit.gov.cn/">{icp}</a>}
            {policeRecord && <span>{policeRecord}</span>}
          </p>
        )}
      </div>
    </footer>
  );
}
