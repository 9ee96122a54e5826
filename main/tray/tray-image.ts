import { type NativeImage, nativeImage } from 'electron';
import type { TrayIcon } from './icon-from.ts';
import { paintIcon } from './paint-icon.ts';

/** The picture of an icon, at every size that its file has. */
export function trayImage({ filename, fill, hasDot }: TrayIcon, iconDir: string): NativeImage {
  const plain = nativeImage.createFromPath(`${iconDir}/${filename}`);
  if (fill === 1 && !hasDot) return plain;
  const painted = nativeImage.createEmpty();
  for (const scaleFactor of plain.getScaleFactors()) {
    const pixels = plain.toBitmap({ scaleFactor });
    const side = Math.sqrt(pixels.length / 4);
    const paint = { fill, hasDot, isDark: filename.includes('-dark') };
    const buffer = Buffer.from(paintIcon(pixels, paint));
    painted.addRepresentation({ scaleFactor, width: side, height: side, buffer });
  }
  return painted;
}
