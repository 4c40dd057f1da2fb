import type { Issue } from '../../domain/issue';
import type { FormPath, FormUnit } from './customerFormValues';
import { formPaths } from './customerFormValues';

/** What react-hook-form keeps for a field: the code, never a sentence, so that a change of language changes the words at once. */
export interface FormFieldError {
	/** The issue's code, or `email_exists`. */
	type: string;
	issue?: Issue;
}

function isFormPath(path: string): path is FormPath {
	return (formPaths as readonly string[]).includes(path);
}

/** Where a form says what is wrong. */
export interface PlacedIssues {
	/** One error a field, the first. */
	errors: Map<FormPath, FormFieldError>;
	/** Without an input in the form: for its summary. */
	loose: Issue[];
}

/** @param fields the parts that have inputs */
export function placeIssues(issues: readonly Issue[], fields: readonly FormUnit[]): PlacedIssues {
	const errors = new Map<FormPath, FormFieldError>();
	const loose: Issue[] = [];
	for (const issue of issues) {
		const { code } = issue;
		// What is said of all of it stands at its first line.
		const path = issue.path === 'address' ? 'address.line1' : issue.path;
		if (!isFormPath(path) || !fields.includes(path.split('.')[0] as FormUnit)) loose.push(issue);
		else if (!errors.has(path)) errors.set(path, { type: code, issue });
	}
	return { errors, loose };
}

const addressPaths = formPaths.filter((path) => path.startsWith('address.'));

/** The fields whose issues a change of this one may settle. */
export function dependentsOf(path: string): readonly FormPath[] {
	if (path === 'address' || path === 'address.country') return addressPaths;
	if (path === 'address.state') return ['address.state', 'address.postal_code'];
	return isFormPath(path) ? [path] : [];
}
