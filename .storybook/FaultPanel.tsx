/** @jsxRuntime classic */
/** @jsx createElement */
// The manager is drawn by a React of its own, 18, which knows no element that the runtime of ours makes.
// biome-ignore lint/correctness/noUnusedImports: each element is made by it
import { createElement } from 'react';
import { useGlobals } from 'storybook/manager-api';
import { type Fault, faults, readFaults } from './faults';

/** What goes wrong with the backend of the story on screen: each box begins it anew. */
export function FaultPanel() {
	const [globals, updateGlobals] = useGlobals();
	const on = readFaults(globals.faults);
	const set = (names: readonly Fault[]) => updateGlobals({ faults: names.join(' ') });
	return (
		<form style={{ padding: 16, display: 'grid', gap: 12, fontSize: 14, gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))' }}>
			{Object.entries(faults).map(([name, { label, about }]) => (
				<label
					key={name}
					style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', alignContent: 'start', columnGap: 8, cursor: 'pointer' }}
				>
					<input
						type="checkbox"
						checked={on.has(name as Fault)}
						onChange={({ target }) => set(target.checked ? [...on, name as Fault] : [...on].filter((each) => each !== name))}
					/>
					<strong>{label}</strong>
					<span style={{ gridColumn: 2, opacity: 0.8 }}>{about}</span>
				</label>
			))}
			<span>
				<button type="button" disabled={on.size === 0} onClick={() => set([])}>
					Nothing goes wrong
				</button>
			</span>
		</form>
	);
}
