import type { KeyboardEvent } from 'react';

/**
 * Whether a key is for an input method, which writes characters of several keys. Safari sends the Enter that ends one when it has ended,
 * with the code that such keys have everywhere.
 */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
	return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
