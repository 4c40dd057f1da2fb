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
	/** The backend's id, `cus_…` by default. */
	id: string;
	email: string | null;
	name: string | null;
	/** E.164, for instance `+919876543210`. */
	phone: string | null;
	address: Address | null;
	/** When the customer was created: ISO 8601, UTC. */
	created: string | null;
	/** Opaque revision for conditional updates; `null` when the backend keeps none. */
	version: string | null;
}

/** What `create` takes. `null` and an absent key both mean "none"; `""` is refused. */
export type CustomerInput = {
	/** Only where `capabilities.write.customId`. */
	id?: string;
	email: string;
	name?: string;
	phone?: string;
	address?: Partial<Address>;
};

/** What `update` takes: an absent key is left alone, `null` clears, `""` is refused. `address` is replaced as a whole. */
export type CustomerPatch = {
	email?: string;
	name?: string | null;
	phone?: string | null;
	address?: Partial<Address> | null;
};

/** The ids that a backend takes unless it declares its own `idPattern`. */
export const defaultIdPattern = /^cus_[A-Za-z0-9_-]{1,64}$/;

/** A field of a customer that a grant may let one read or write. */
export type Field = 'id' | 'email' | 'name' | 'phone' | 'address' | 'created';

/** The address fields, in the order of the type. */
export const addressFields = ['line1', 'line2', 'city', 'state', 'postal_code', 'country'] as const satisfies readonly (keyof Address)[];
