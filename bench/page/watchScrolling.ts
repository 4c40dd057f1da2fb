export const scroller = () => document.querySelector<HTMLElement>('[data-slot="pc-scroller"], .hand-scroller')!;

/** What was seen: frames that were due and drawn while something moved, and those of them that had no row somewhere. */
export interface Scrolled {
	due: number;
	drawn: number;
	blank: number;
}

/** Looks at each frame until what it returns is called. */
export function watchScrolling(): () => Scrolled {
	const times: number[] = [];
	let blank = 0;
	let from = scroller().scrollTop;
	let going = true;
	const { left, top, width, height } = scroller().getBoundingClientRect();
	// Below the header, and above the edge.
	const isRow = (share: number) =>
		document
			.elementFromPoint(left + width / 4, top + 60 + (height - 70) * share)
			?.closest('tr')
			?.querySelector('a');
	const look = (time: number) => {
		if (!going) return;
		const { scrollTop } = scroller();
		if (scrollTop !== from) {
			from = scrollTop;
			times.push(time);
			if (![0, 0.5, 1].every(isRow)) blank++;
		}
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
	return () => {
		going = false;
		return { due: Math.round(((times.at(-1)! - times[0]!) * 60) / 1000), drawn: times.length - 1, blank };
	};
}
