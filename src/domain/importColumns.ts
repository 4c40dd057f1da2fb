import { findCountry } from './findCountry';
import { foldName } from './foldName';
import { headerWords } from './headerWords';
import { type ImportField, importFields } from './importField';
import { isEmail } from './isEmail';
import { unprotectCell } from './unprotectCell';

/**
 * What may stand before the name of a column; the first that fits wins. An address is never put together from two of them. Xero says
 * `POAddressLine1` for where it sends bills, Google `Address 1 - City`, Magento `_address_city`, Shopify `Default Address City`,
 * Salesforce `Mailing City`.
 */
const origins = [
	'',
	'customer',
	'contact',
	'primary',
	'billing',
	'invoice',
	'mailing',
	'default',
	'card',
	'po',
	'home',
	'business',
	'work',
	'shipping',
	'sa',
];

/** Between them and the name itself. `E-mail 1 - Value` is the first email of Google's contacts. */
const links = ['', 'address', 'address1', 'addresses'];

/** An id is never guessed: whether the ids of another place are to be kept is for people to say. */
const contactFields = importFields.filter((field) => field !== 'id' && !field.startsWith('address.'));
const addressFields = importFields.filter((field) => field.startsWith('address.'));

/** Words for a whole name that are a part of it beside the other part: German files have `Name, Vorname`, Spanish ones `Nombre, Apellidos`. */
const familyBesideFirst = new Set(['name', 'nom', 'الاسم', 'नाम']);
const firstBesideFamily = new Set(['name', 'nombre', 'nome', 'имя', '이름', 'नाम', 'الاسم']);

/**
 * Which field each column of a file seems to hold, by its header: of our own exports, of Stripe, Shopify, HubSpot, WooCommerce, Magento,
 * Google, Outlook, Xero, Mailchimp, Chargebee, Salesforce and Square, and the usual words of ten languages; `null` for a column to leave
 * out. A field is given to one column.
 *
 * @param header the names of the columns, as the file has them
 */
export function guessImportFields(header: readonly string[]): (ImportField | null)[] {
	const folded = header.map(foldHeader);
	const fields: (ImportField | null)[] = header.map(() => null);
	// Mailchimp finds out REGION from an IP address.
	const fromIp = folded.includes('memberrating') || folded.includes('optinip');
	const columnOf = (field: ImportField, origin: string): number => {
		const ranks = folded.map((word, at) => (fields[at] === null && !(fromIp && word === 'region') ? rank(word, field, origin) : Infinity));
		const least = Math.min(...ranks);
		return least < Infinity ? ranks.indexOf(least) : -1;
	};
	const assign = (field: ImportField, origin: string) => {
		const at = columnOf(field, origin);
		if (at >= 0) fields[at] = field;
		return at >= 0;
	};

	for (const field of contactFields) origins.some((origin) => assign(field, origin));
	tellNamesApart(fields, folded);
	const found = origins.map((origin) => addressFields.filter((field) => columnOf(field, origin) >= 0).length);
	const origin = origins[found.indexOf(Math.max(...found))]!;
	for (const field of addressFields) assign(field, origin);
	return fields;
}

/** A whole name makes its parts unnecessary; what may mean both is a part beside the other part. */
function tellNamesApart(fields: (ImportField | null)[], folded: readonly string[]): void {
	const at = (field: ImportField) => fields.indexOf(field);
	const whole = at('name');
	if (whole < 0) return;
	const word = folded[whole]!;
	if (at('name.last') >= 0 && at('name.first') < 0 && firstBesideFamily.has(word)) fields[whole] = 'name.first';
	else if (at('name.first') >= 0 && at('name.last') < 0 && familyBesideFirst.has(word)) fields[whole] = 'name.last';
	else {
		fields.forEach((field, column) => {
			if (field?.startsWith('name.')) fields[column] = null;
		});
	}
}

/**
 * Which field each column seems to hold where nothing names it, by what most of its values are.
 *
 * @param rows the first rows of the file
 */
export function guessByValues(rows: readonly (readonly string[])[]): (ImportField | null)[] {
	const width = Math.max(0, ...rows.map((cells) => cells.length));
	const fields: (ImportField | null)[] = [];
	for (let column = 0; column < width; column++) {
		const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
		const most = (field: ImportField, fits: (value: string) => boolean) =>
			!fields.includes(field) && cells.filter((cell) => fits(unprotectCell(cell, field))).length > cells.length / 2;
		fields.push(valueTests.find(([field, fits]) => most(field, fits))?.[0] ?? null);
	}
	return fields;
}

const valueTests: readonly [ImportField, (value: string) => boolean][] = [
	['email', isEmail],
	['phone', (value) => /^\+[\d\s().-]{7,}$/.test(value)],
	['address.country', (value) => findCountry(value) !== null],
	['name', (value) => /^\p{L}[\p{L}\p{M}'’.,-]*(?: [\p{L}\p{M}'’.,-]+)*$/u.test(value)],
];

const words = Object.fromEntries(Object.entries(headerWords).map(([field, list]) => [field, list.split(',').map(foldHeader)]));

/**
 * How early a header stands among the spellings of a field behind an origin; `Infinity` where it is none. An address says `Street` before it
 * says just `Address`; a contact's own phone comes before that of an address.
 */
function rank(header: string, field: ImportField, origin: string): number {
	const all = words[field]!;
	const ranks = links.flatMap((link, at) => {
		const before = origin + link;
		const word = header.startsWith(before) ? all.indexOf(header.slice(before.length)) : -1;
		if (word < 0) return [];
		return field.startsWith('address.') ? word * links.length + at : at * all.length + word;
	});
	return Math.min(...ranks);
}

/** `Card Address Line1`, `card.address_line1` and `CardAddressLine1` are the same header. */
function foldHeader(header: string): string {
	return foldName(header).replaceAll(' ', '');
}
