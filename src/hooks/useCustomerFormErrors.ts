import type { FieldErrors } from 'react-hook-form';
import type { Address } from '../domain/customer';
import type { Issue } from '../domain/issue';
import type { CustomerFormValues, FormPath } from './customerFormValues';
import { formPaths } from './customerFormValues';

/** What react-hook-form keeps for a field: the code, never a sentence, so that a change of language changes the words at once. */
export interface IssueError {
	type: string;
	issue: Issue;
}

export function isFormPath(path: string): path is FormPath {
	return (formPaths as readonly string[]).includes(path);
}

/** One error a field, the first; issues without an input of their own are left out. */
export function toFieldErrors(issues: readonly Issue[]): FieldErrors<CustomerFormValues> {
	const errors: { [unit: string]: IssueError | Partial<Record<keyof Address, IssueError>> } = {};
	const address: Partial<Record<keyof Address, IssueError>> = {};
	for (const issue of issues) {
		const { path } = issue;
		if (!isFormPath(path)) continue;
		if (path.startsWith('address.')) address[path.slice(8) as keyof Address] ??= { type: issue.code, issue };
		else errors[path] ??= { type: issue.code, issue };
	}
	if (Object.keys(address).length > 0) errors.address = address;
	return errors as FieldErrors<CustomerFormValues>;
}

/** The issue that a field shows now. */
export function issueAt(errors: FieldErrors<CustomerFormValues>, path: FormPath): Issue | undefined {
	const error = path.startsWith('address.') ? errors.address?.[path.slice(8) as keyof Address] : errors[path as 'email'];
	return (error as Partial<IssueError> | undefined)?.issue;
}

const addressPaths = formPaths.filter((path) => path.startsWith('address.'));

/** The fields whose issues a change of this one may settle. */
export function touchedBy(path: FormPath): readonly FormPath[] {
	if (path === 'address.country') return addressPaths;
	if (path === 'address.state') return [path, 'address.postal_code'];
	return [path];
}
