import { type CustomerFormValues, differingUnits, type FormUnit, sameUnit } from './customerFormValues';

/**
 * What of my changes stays when a fresher version comes in by itself.
 *
 * @returns the units that I changed; `null` where someone else changed one of them, which is for me to decide on when I save
 */
export function unitsToKeep(mine: CustomerFormValues, base: CustomerFormValues, fresher: CustomerFormValues): readonly FormUnit[] | null {
	const theirs = differingUnits(fresher, base);
	const changed = differingUnits(mine, base);
	return changed.some((unit) => theirs.includes(unit)) ? null : changed;
}

/** What I changed and is stored differently now: to choose from before I save over it. */
export function unitsInConflict(mine: CustomerFormValues, base: CustomerFormValues, theirs: CustomerFormValues): readonly FormUnit[] {
	return differingUnits(mine, base).filter((unit) => !sameUnit(unit, mine, theirs));
}
