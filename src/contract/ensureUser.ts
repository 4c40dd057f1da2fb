import type { Address, Customer } from '../domain/customer';
import type { Issue } from '../domain/issue';

/** What of a user their customer can follow: the `email`, `name`, `phone` or `address`. */
export type FollowedField = 'email' | 'name' | 'phone' | 'address';

/** Who needs a customer, and where to remember it. */
export interface EnsureUser {
	/** The user who signed up or in. Pass verified emails only: the email decides which customer is theirs. */
	user: {
		/** The host's own id of the user. */
		id: string;
		/** The verified email. The customer follows it: see `follow`. */
		email: string;
		/** Taken over where it passes, else left out and told in `issues`. */
		name?: string | null;
		/** International; taken over where it passes, else left out and told in `issues`. */
		phone?: string | null;
		/** Taken over where it passes, else left out and told in `issues`. */
		address?: Partial<Address> | null;
	};
	/** Where a user's customer id is kept, such as a `proyecta_customer_id` column. */
	link: {
		/**
		 * The customer's id that is stored with the user; nothing where none is.
		 * @throws anything: nothing is linked then, and over HTTP the caller is told `internal_error`
		 */
		get(userId: string): Promise<string | null | undefined> | string | null | undefined;
		/**
		 * Stores it. Called again for the same user where a link was lost or led to nobody. Let the column be unique, so that not even two
		 * servers at one moment give one customer to two users.
		 * @throws anything: nothing is linked then, and over HTTP the caller is told `internal_error`
		 */
		set(userId: string, customerId: string): Promise<unknown> | unknown;
		/**
		 * The user that a customer is linked to; nothing where none is. With it, nobody is given the customer of another user, whose email
		 * they may have by now. Without it that is risked: whoever has an email gets the customer that has it, with all that it pays for.
		 * @throws anything: nothing is linked then, and over HTTP the caller is told `internal_error`
		 */
		owner?(customerId: string): Promise<string | null | undefined> | string | null | undefined;
	};
	/**
	 * Which fields of the customer are kept as the user has them, at every call; a value that the user lacks clears nothing. `false` follows
	 * nothing: for whoever edits their customers' emails apart from their users'. @default ['email']
	 */
	follow?: false | readonly FollowedField[];
}

/** The customer of a user. */
export interface EnsureResult {
	/** As the backend has it. */
	customer: Customer;
	/** `linked`: the user had one already. `existing`: one with this email was there and is now linked. */
	outcome: 'linked' | 'created' | 'existing';
	/**
	 * What of the user was not taken over, and why: `email_exists` where another customer has the user's new email, `unknown_field` where the
	 * backend keeps or changes no such field. Absent when everything was taken over.
	 */
	issues?: readonly Issue[];
}
