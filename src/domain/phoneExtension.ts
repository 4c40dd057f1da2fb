// `;ext=5`, `ext. 5`, `(x5)`, `#5`, `доб. 5`, and the pauses that phones dial (`,5` `;5`).
const extension =
	/^(.*\d)\)?[\s.([-]*(?:;ext=|[,;~]+|e?xt(?:ension|n)?|x|#|доб(?:авочный)?|int|anexo|ramal|poste|durchwahl|dw|内線|分机|分機|转|轉)[\s.:=]*\d{1,11}#?[)\]]?$/i;

/** What stands before an extension, in a normalized phone text; `null` where there is none. */
export function beforeExtension(text: string): string | null {
	return extension.exec(text)?.[1] ?? null;
}
