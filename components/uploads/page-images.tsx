import type { FileView } from '@/lib/uploads/views';

/** Every page of a file, one under the other. */
export function PageImages({ file }: { file: FileView }) {
  return (
    <div className="flex flex-col items-center gap-4">
      {file.pages.map(({ page, width, height }) => (
        // biome-ignore lint/performance/noImgElement: private pictures go through the policy, not through an optimiser
        <img
          key={page}
          src={`/api/files/${file.id}/pages/${page}`}
          width={width}
          height={height}
          loading="lazy"
          alt={`${file.name} 第 ${page} 页，共 ${file.pages.length} 页`}
          className="h-auto max-w-full border border-line bg-white"
        />
      ))}
    </div>
  );
}
