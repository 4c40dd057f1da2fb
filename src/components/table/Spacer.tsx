'use client';
import { slot } from '../ui/slot';

/** As high as a row of the stylesheet's, in pixels, until one has been measured. */
export const usualHeight = 40;

/** Keeps the place of rows that are not drawn. `height` is in pixels. */
export function Spacer({ height }: { height: number }) {
	return (
		// biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus
		<tr aria-hidden="true" {...slot('pc-spacer')}>
			<td style={{ blockSize: height, padding: 0, border: 0 }} />
		</tr>
	);
}
