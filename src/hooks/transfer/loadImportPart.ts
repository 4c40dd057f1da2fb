import { CustomerError } from '../../contract/errors';

/**
 * A part of the import that is loaded by whoever comes to its step.
 *
 * @throws `offline` where it cannot be loaded: the step is then taken again
 */
export function loadImportPart<Part>(part: Promise<Part>): Promise<Part> {
	return part.catch((cause: unknown) => {
		throw new CustomerError('offline', { cause, message: 'A part of the import could not be loaded. Take the step again.' });
	});
}
