import { act, render, screen } from '@testing-library/react';
import { memo, useState } from 'react';
import { expect, it } from 'vitest';
import { watchRenders } from './renders';

const Still = memo(function Still() {
	return <Leaf />;
});

function Leaf() {
	return <i>leaf</i>;
}

function Counter() {
	const [count, setCount] = useState(0);
	return (
		<button type="button" onClick={() => setCount(count + 1)}>
			{count}
			<Still />
		</button>
	);
}

function Page() {
	return (
		<div>
			<Counter />
			<Leaf />
		</div>
	);
}

it('counts the components that render, and none that React passes by', () => {
	const renders = watchRenders();
	render(<Page />);
	expect([...renders.now().byName]).toEqual([
		['Page', 1],
		['Counter', 1],
		['Still', 1],
		['Leaf', 2],
	]);
	expect(renders.stop().commits).toBe(1);

	const later = watchRenders();
	act(() => screen.getByRole('button').click());
	expect([...later.stop().byName]).toEqual([['Counter', 1]]);
});
