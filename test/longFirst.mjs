import { BaseSequencer } from 'vitest/node';

/** What takes ten seconds and more, the longest first. */
const long = [
	'demo/billing',
	'hosts/strictHost',
	'demo/layoutShift',
	'demo/demo',
	'demo/live',
	'hosts/longUse',
	'hosts/popupBlocked',
	'components/live',
	'backends/postgres.contract',
	'backends/finding.server',
	'backends/memory.contract',
	'long/kills',
	'backends/stripe.contract',
	'backends/postgres.server',
	'backends/proyecta.contract',
	'form/renders',
	'http/contract',
	'server/flood',
	'signup/backfillProcess',
	'browser/layoutShift',
	'browser/stillPages',
	'browser/hostStyles',
	'browser/PhoneField',
	'CustomerFormAddresses.stories',
	'CustomerFormTrouble.stories',
	'CustomerTableStates.stories',
];

/**
 * Long files first, so that none is left to run alone: a fresh clone does not know yet what takes how long. Then project by
 * project: a process that files share ends as soon as the next file is none of its own.
 */
export class LongFirst extends BaseSequencer {
	/** @param {import('vitest/node').TestSpecification[]} files */
	async sort(files) {
		/** @param {import('vitest/node').TestSpecification} file */
		const rank = ({ moduleId }) => {
			const at = long.findIndex((name) => moduleId.includes(`/${name}.`));
			return at === -1 ? long.length : at;
		};
		const sorted = await super.sort(files);
		const projects = [...new Set(sorted.map(({ project }) => project))];
		return sorted.toSorted((a, b) => rank(a) - rank(b) || projects.indexOf(a.project) - projects.indexOf(b.project));
	}
}
