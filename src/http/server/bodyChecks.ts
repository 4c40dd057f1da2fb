import { maxCursorLength } from '../../contract/listRequest';
import type { ProblemIssue } from '../../contract/problemIssue';
import { toInstant } from '../../domain/toInstant';
import { pointer } from '../protocol/pointer';
import { maxErrors } from './problemError';

/** A date, or a time of it with its zone. */
export const instantPattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

/** Ids of other systems. */
export const namePattern = /^[\x21-\x7e]{1,255}$/;

/** Two letters, whatever country they are. */
export const countryPattern = /^[A-Za-z]{2}$/;

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
		return namePattern.test(value) ? value : this.add(at, 'invalid_id');
	}

	/** A date or an instant that there is. */
	instant(value: unknown, at: Keys): string | undefined {
		if (typeof value !== 'string') return this.add(at, 'invalid_type');
		return instantPattern.test(value) && toInstant(value) !== null ? value : this.add(at, 'invalid_instant');
	}

	/** What may be a cursor; whether it is one, its backend says. */
	cursor(value: unknown, at: Keys): string | undefined {
		if (typeof value !== 'string') return this.add(at, 'invalid_type');
		return value.length > 0 && value.length <= maxCursorLength ? value : this.add(at, 'invalid_cursor');
	}

	/** What may be a country's code: a list by one that there is not is empty. */
	country(value: unknown, at: Keys): string | undefined {
		return typeof value === 'string' && countryPattern.test(value) ? value : this.add(at, 'invalid_country');
	}

	/** Where people are sent back to: what `allowed` makes of it. */
	link(value: unknown, allowed: (value: string) => string | null, at: Keys): string | undefined {
		if (typeof value !== 'string') return this.add(at, value === undefined ? 'required' : 'invalid_type');
		return allowed(value) ?? this.add(at, 'invalid_url');
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
