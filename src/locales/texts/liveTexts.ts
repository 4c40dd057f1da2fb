import type { Plural } from './plural';

/** What is said of what others do meanwhile. */
export interface LiveTexts {
	/** The button over the rows that shows customers whom others have created. `{count}` */
	newCustomers: Plural;
}
