import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type CustomerView, useTableLayout } from '../../../src/index';
import { backendOf, renderBelow } from '../setup';

const view = (name: string): CustomerView => ({
	id: name.toLowerCase(),
	name,
	country: [],
	created: {},
	sort: 'name',
	layout: { order: [], hidden: [], density: 'comfortable' },
});

describe('a layout that was changed under a saved view', () => {
	const india = view('India');
	function render() {
		const columns = ['email', 'name'];
		const initialProps = { view: india as CustomerView | undefined };
		const { result, rerender } = renderBelow(
			{ backend: backendOf(1) },
			(props: typeof initialProps) => useTableLayout({ tableId: 'customers', columns, ...props }),
			{ initialProps },
		);
		act(() => result.current.setDensity('compact'));
		expect(result.current.density).toBe('compact');
		return { density: () => result.current.density, show: (view?: CustomerView) => rerender({ view }) };
	}

	it('is gone once another view was chosen', () => {
		const { show, density } = render();
		show(view('Japan'));
		show(india);
		expect(density()).toBe('comfortable');
	});

	it('stays where the view gets another name, and gives way to what is saved there', () => {
		const { show, density } = render();
		show({ ...india, name: 'Bharat' });
		expect(density()).toBe('compact');
		show(view('India'));
		expect(density()).toBe('comfortable');
	});
});
