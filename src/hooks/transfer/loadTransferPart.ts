import { noAnswer } from '../../contract/noAnswer';

/**
 * A part of an import or export that is loaded by whoever comes to its step.
 *
 * @throws `unreachable` or `offline` where it cannot be loaded: the step is then taken again
 */
export function loadTransferPart<Part>(part: Promise<Part>): Promise<Part> {
	return part.catch((cause: unknown) => {
		throw noAnswer(cause, 'A part of the import or export could not be loaded. Take the step again.');
	});
}
