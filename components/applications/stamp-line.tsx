import { Tag } from '@/components/ui/tag';
import type { ReviewStamp } from '@/lib/applications/review';

/** Beside a stamped scan: the number of what was submitted, to compare with the one at the scan's top right. */
export function StampLine({ number, outdated, before }: ReviewStamp) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        提交内容的编号 <b className="num font-semibold">{number}</b>
      </span>
      {outdated && <Tag tone="bad">扫描件上传以后内容改过，当时是 {outdated}</Tag>}
      {before && before !== number && <Tag tone="info">上次提交是 {before}</Tag>}
      <span className="text-sm text-ink-3">与扫描件右上角核对；手工填写的没有编号</span>
    </p>
  );
}
