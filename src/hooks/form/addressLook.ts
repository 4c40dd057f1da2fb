import { addressLayout } from '../../domain/addressLayout';
import { type Address, addressFields } from '../../domain/customer';
import type { SubdivisionsState } from './useSubdivisions';

/** What of an address shows around its inputs. */
export interface AddressLook {
	/** Whether there is something to complete: the country's required fields are required from then on. */
	started: boolean;
	/** What the country has no field for but holds a value. */
	strays: readonly (keyof Address)[];
	/** A postal code that is another state's. */
	misplaced: ReturnType<SubdivisionsState['misplaced']>;
}

/** What an address looks like, apart from its text: most letters leave it as it is. */
export function addressLook(
	value: Partial<Record<keyof Address, string>>,
	{ misplaced }: Pick<SubdivisionsState, 'misplaced'>,
): AddressLook {
	const { lines, required } = addressLayout(value.country ?? '');
	const shown = lines.flat();
	const filled = addressFields.filter((field) => field !== 'country' && value[field]);
	return {
		started: required.length > 0 && filled.some((field) => value[field]?.trim()),
		strays: filled.filter((field) => !shown.includes(field)),
		misplaced: misplaced(value.postal_code ?? '', value.state ?? ''),
	};
}
