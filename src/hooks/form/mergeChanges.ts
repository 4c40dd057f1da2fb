import { type CustomerFormValues, differingUnits, type FormUnit, sameUnit } from './customerFormValues';

/** What I changed of a customer whom someone else may have changed, too. */
export interface MergedChanges {
	mine: readonly FormUnit[];
	/** Whether someone else made something else of one of them: what comes in by itself then waits until I have chosen. */
	contested: boolean;
	/** Those that are stored differently: to choose from before I save over them. */
	differing: readonly FormUnit[];
}

/**
 * @param typed what I made of it
 * @param base what we both began with
 * @param theirs what is stored now
 */
export function mergeChanges(typed: CustomerFormValues, base: CustomerFormValues, theirs: CustomerFormValues): MergedChanges {
	const mine = differingUnits(typed, base);
	const differing = mine.filter((unit) => !sameUnit(unit, theirs, typed));
	return { mine, contested: differing.some((unit) => !sameUnit(unit, theirs, base)), differing };
}
