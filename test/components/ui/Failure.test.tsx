import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { FailureAlert, FailureState } from '../../../src/components/ui/Failure';
import { CustomerError, type CustomerErrorCode } from '../../../src/index';
import { en } from '../../../src/locales/en';
import { renderWith } from '../renderWith';

afterEach(cleanup);

it.each([FailureAlert, FailureState])('offers to try again where that can help alone', (Shown) => {
	const without = (Object.keys(en.errors) as CustomerErrorCode[]).filter((code) => {
		renderWith(<Shown error={new CustomerError(code)} title="Failed" onRetry={() => {}} />);
		const offered = screen.queryByRole('button', { name: 'Try again' });
		cleanup();
		return !offered;
	});
	expect(without.sort()).toEqual([
		'cross_origin',
		'forbidden',
		'malformed_request',
		'method_not_allowed',
		'misconfigured',
		'not_found',
		'not_supported',
	]);
});
