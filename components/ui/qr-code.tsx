import qrcode from 'qrcode';

type QrCodeProps = { text: string; label: string; className?: string };

const QUIET = 4; // modules of white around it, as the standard asks

/**
 * A QR picture drawn as one vector path: no image to load, nothing that the content policy would refuse. A screen has no
 * dirt or folds, so the least correction, which makes the coarsest picture.
 */
export function QrCode({ text, label, className = '' }: QrCodeProps) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'L' });
  const side = modules.size + 2 * QUIET;
  const cells = Array.from({ length: modules.size ** 2 }, (_, index) => ({
    row: Math.floor(index / modules.size),
    column: index % modules.size,
  }));
  const dark = cells.filter(({ row, column }) => modules.get(row, column));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges" className={`bg-white ${className}`}>
      <path className="fill-ink" d={dark.map(({ row, column }) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`).join('')} />
    </svg>
  );
}
