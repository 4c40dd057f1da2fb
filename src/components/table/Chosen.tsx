'use client';
import { slot } from '../ui/slot';

/** What is chosen of a filter, on its button; whoever hears it hears of which. */
export function Chosen({ label, value }: { label: string; value: string }) {
	return (
		<>
			<span {...slot('pc-unseen')}>{`${label}: `}</span>
			<span>{value}</span>
		</>
	);
}
