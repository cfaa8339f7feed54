import { useMemo } from 'react';
import { qrModules } from './qrModules.ts';

interface QrCodeProps {
  text: string;
  /** What it holds, for those who do not see it. */
  label: string;
}

/** A QR code, black on white in every theme: a camera wants contrast the right way round. */
export function QrCode({ text, label }: QrCodeProps) {
  const { path, side } = useMemo(() => qrModules(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="size-36 shrink-0 rounded border border-line forced-color-adjust-none"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
