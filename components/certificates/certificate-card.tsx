import { Download } from 'lucide-react';
import { DownloadLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panel';
import { levelLabels } from '@/lib/copy/dues';
import { type Day, formatDay } from '@/lib/days';
import type { Level } from '@/lib/generated/prisma/enums';

type CertificateCardProps = { name: string; level: Level; validUntil: Day | null; href: string; details: string };

/** The certificate in small, with the ways to its PDF and to its page; or that there is none. */
export function CertificateCard({ name, level, validUntil, href, details }: CertificateCardProps) {
  if (!validUntil) {
    return (
      <Panel title="会员证">
        <p className="text-ink-2">没有有效的会员证。会员资格恢复后，会员证会重新签发。</p>
      </Panel>
    );
  }
  return (
    <section aria-label="会员证" className="flex flex-col gap-3.5 rounded-lg border border-line bg-white p-5">
      <div className="rounded-sm border border-[#e3d9c3] bg-linear-to-b from-white to-[#fbf8f2] p-4 text-center outline-5 -outline-offset-9 outline-white">
        <p className="pl-[.5em] text-lg font-strong tracking-[.5em] text-brand-strong">会员证</p>
        <p className="mt-2 font-semibold">{name}</p>
        <p className="num text-sm text-ink-3">
          {levelLabels[level]} · 有效期至 {formatDay(validUntil)}
        </p>
      </div>
      <DownloadLink href={href} download>
        <Download aria-hidden="true" className="size-4.5" />
        下载电子会员证
      </DownloadLink>
      <Link href={details} className="inline-flex min-h-11 items-center justify-center">
        预览、查验码和换发记录
      </Link>
    </section>
  );
}
