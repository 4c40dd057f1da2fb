/** A postal address. Field names are those of the billing SDKs, so nobody has to translate. */
export interface Address {
	/** Street and number, or what the country writes first. */
	line1: string | null;
	/** Flat, building, dependent locality. */
	line2: string | null;
	/** City, town or post town. Seven countries have none (AE, GI, JP, KY, MO, NR, SG). */
	city: string | null;
	/** ISO 3166-2 suffix (`CA`, `MH`, `13`) where the country has a list, free text elsewhere. */
	state: string | null;
	/** In the country's canonical spelling (`SW1A 1AA`, `110001`). */
	postal_code: string | null;
	/** ISO 3166-1 alpha-2, upper case; also AC, TA and XK. */
	country: string | null;
}

/** Someone the app charges: a user, an organisation or a project. */
export interface Customer {
	/** The backend's id: `cus_` and 1–64 letters, digits, `_` or `-`, unless the backend declares another `idPattern`. */
	id: string;
	/** As it was typed but for white space around it; compared by `emailKey`. `null` where the backend has none or the grant hides it. */
	email: string | null;
	/** Of a person or an organisation, as it was typed: any script, at most 200 code points. */
	name: string | null;
	/** E.164, for instance `+919876543210`. */
	phone: string | null;
	/** `null` when nothing of it is known: an address whose fields are all `null` does not exist. */
	address: Address | null;
	/** When the customer was created: ISO 8601, UTC. */
	created: string | null;
	/** Opaque revision for conditional updates; `null` when the backend keeps none. */
	version: string | null;
}

/** What `create` takes. `null` and an absent key both mean "none"; `""` is refused. */
export type CustomerInput = {
	/** One of the host's own, `cus_` and 1–64 letters, digits, `_` or `-`: only where `capabilities.write.customId`. @default one of the backend's */
	id?: string;
	/**
	 * Deliverable on the internet (RFC 5321 dot-string, with letters of any script as in RFC 6531), at most 254 code points, 64 of them
	 * before the `@`. Trimmed and otherwise stored as given. There is one customer a scope with the same `emailKey`.
	 */
	email: string;
	/** At most 200 code points, something visible among them, no control characters; trimmed. @default none */
	name?: string;
	/** An international number in any spelling; stored as E.164. Never read as a national one, never with an extension. @default none */
	phone?: string;
	/** Once a field besides `country` is filled, those that `addressRule(country).required` names must be. @default none */
	address?: Partial<Address>;
};

/** What `update` takes: an absent key is left alone, `null` clears, `""` is refused. `address` is replaced as a whole. */
export type CustomerPatch = {
	/** Another email, by the rules of {@link CustomerInput}. It cannot be cleared: `null` is refused as `required`. */
	email?: string;
	/** Another name; `null` clears it where `capabilities.write.clear` says `name`. */
	name?: string | null;
	/** Another international number; `null` clears it where `capabilities.write.clear` says `phone`. */
	phone?: string | null;
	/** The new address with all its fields, since the former's are not kept; `null` clears it where `capabilities.write.clear` says `address`. */
	address?: Partial<Address> | null;
};

/** The ids that a backend takes unless it declares its own `idPattern`. */
export const defaultIdPattern = /^cus_[A-Za-z0-9_-]{1,64}$/;

/** A field of a customer that a grant may let one read or write: `id`, `email`, `name`, `phone`, `address` as a whole, or `created`. */
export type Field = 'id' | 'email' | 'name' | 'phone' | 'address' | 'created';

/** The address fields, in the order of the type. */
export const addressFields = ['line1', 'line2', 'city', 'state', 'postal_code', 'country'] as const satisfies readonly (keyof Address)[];
