/** A JSON Schema of 2020-12, as OpenAPI 3.1 has them. */
export interface Schema {
	$ref?: string;
	type?: string | string[];
	description?: string;
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: boolean | Schema;
	items?: Schema;
	minItems?: number;
	maxItems?: number;
	uniqueItems?: boolean;
	enum?: unknown[];
	const?: unknown;
	pattern?: string;
	format?: string;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	anyOf?: Schema[];
	not?: Schema;
	allOf?: Schema[];
}

/** A copy of a JSON value with another one at a path; `undefined` takes away what is there. Objects on the way are made. */
export function withValue(value: unknown, path: readonly string[], put: unknown): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return put;
	const array = Array.isArray(value);
	const copy = (array ? [...value] : { ...(value as object | undefined) }) as Record<string, unknown>;
	const inside = withValue(copy[key], rest, put);
	if (inside === undefined && !array) delete copy[key];
	else copy[key] = inside;
	return copy;
}
