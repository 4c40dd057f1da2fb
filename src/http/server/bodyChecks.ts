import type { ProblemIssue } from '../../contract/problemIssue';
import { pointer } from '../protocol/pointer';
import { maxErrors } from './problemError';

type Keys = readonly (string | number)[];

/** Collects the wrong values of a body, so that a caller learns all of them at once: at most {@link maxErrors}. */
export class BodyChecks {
	readonly errors: ProblemIssue[] = [];

	/** Whether there are as many as are told: to look for more would cost and help nobody. */
	get full(): boolean {
		return this.errors.length >= maxErrors;
	}

	add(at: Keys, code: string, params?: Record<string, string | number>): undefined {
		if (!this.full) this.errors.push({ pointer: pointer(...at), code, ...(params && { params }) });
	}

	/** The own, known keys of an object; unknown ones are reported at their pointer. `undefined` when it is no object. */
	object<K extends string>(value: unknown, known: readonly K[], at: Keys = []): Partial<Record<K, unknown>> | undefined {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.add(at, 'invalid_type');
		const kept: Partial<Record<K, unknown>> = {};
		const record = value as Record<string, unknown>;
		// Unlike Object.entries(), this ends early where there are thousands.
		for (const key in record) {
			if (this.full) break;
			if (!Object.hasOwn(record, key)) continue;
			if ((known as readonly string[]).includes(key)) kept[key as K] = record[key];
			else this.add([...at, key], 'unknown_field');
		}
		return kept;
	}

	/** A well-formed string of at most `max` code points, without NUL, which databases refuse. */
	text(value: unknown, at: Keys, max: number): string | undefined {
		if (typeof value !== 'string') return this.add(at, value === undefined ? 'required' : 'invalid_type');
		if (value.length > max * 2 || [...value].length > max) return this.add(at, 'too_long', { max });
		// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for
		if (/\u0000|\p{Surrogate}/u.test(value)) return this.add(at, 'invalid_characters');
		return value;
	}

	/** An id of another system: visible ASCII. */
	name(value: unknown, at: Keys): string | undefined {
		if (typeof value !== 'string') return this.add(at, value === undefined ? 'required' : 'invalid_type');
		return /^[\x21-\x7e]{1,255}$/.test(value) ? value : this.add(at, 'invalid_id');
	}

	/** One of the given words. */
	oneOf<T extends string>(value: unknown, words: readonly T[], at: Keys): T | undefined {
		const word = words.find((candidate) => candidate === value);
		return word ?? this.add(at, value === undefined ? 'required' : typeof value === 'string' ? 'not_one_of' : 'invalid_type');
	}

	/** A whole number from `min` to `max`. */
	integer(value: unknown, min: number, max: number, at: Keys): number | undefined {
		if (typeof value !== 'number' || !Number.isInteger(value)) return this.add(at, value === undefined ? 'required' : 'invalid_type');
		return value >= min && value <= max ? value : this.add(at, 'out_of_range', { min, max });
	}

	/** An array of `min` to `max` entries. */
	array(value: unknown, min: number, max: number, at: Keys): readonly unknown[] | undefined {
		if (!Array.isArray(value)) return this.add(at, value === undefined ? 'required' : 'invalid_type');
		if (value.length > max) return this.add(at, 'too_many', { max });
		return value.length < min ? this.add(at, 'too_few', { min }) : value;
	}
}
