import { Panel } from '@/components/ui/panel';
import { FileList } from '@/components/uploads/file-list';
import { fileKindLabels } from '@/lib/copy/applications';
import type { FileView } from '@/lib/uploads/views';

/** What an import brought of a member's documents, for those who may open it. */
export function MemberScans({ scans }: { scans: readonly FileView[] }) {
  if (!scans.length) return null;
  return (
    <Panel title="原系统的扫描件" hint="随导入带来的材料">
      <FileList files={scans.map((scan) => ({ ...scan, name: `${fileKindLabels[scan.kind]}（${scan.name}）` }))} empty="" />
    </Panel>
  );
}
