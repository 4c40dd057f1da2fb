import type { Address, Customer } from '../domain/customer';
import { type SampleNames, sampleNames } from './sampleNames';
import { type SampleCountry, samplePlaces } from './samplePlaces';

const lastDay = Date.UTC(2026, 10, 1);
const twoYears = 2 * 365 * 86_400_000;
const domains = ['example.com', 'example.org', 'example.net'];

/**
 * Believable customers from more than fifty countries, names in their own scripts, valid phones and canonical addresses;
 * some lack a name, phone or address. The same seed gives the same customers, and fewer are the first of more.
 * Created within the two years before 2026-11-01, to the microsecond; some at the very same instant.
 *
 * @returns `n` customers, in no order
 * @example
 * const backend = memoryBackend({ customers: sampleCustomers(200) });
 */
export function sampleCustomers(n: number, seed = 1): Customer[] {
	const customers: Customer[] = [];
	for (let index = 0; index < n; index++) customers.push(sampleCustomer(index, seed, customers[index - 1]));
	return customers;
}

function sampleCustomer(index: number, seed: number, previous: Customer | undefined): Customer {
	const random = randomFrom(seed, index);
	// The first customers go once around the world, so that a handful already shows many countries.
	const place = index < samplePlaces.length ? samplePlaces[(index * 37 + 46) % samplePlaces.length]! : pick(samplePlaces, random);
	const person = samplePerson(sampleNames[place.names], random);
	const bare = random();
	const created = previous && random() < 0.03 ? previous.created : sampleInstant(random);
	return {
		id: `cus_${sixLetters(random)}${sixLetters(random)}${index.toString(36)}`,
		email: `${person.latin}.${index.toString(36)}@${pick(domains, random)}`,
		name: bare < 0.06 ? null : person.name,
		phone: bare > 0.04 && bare < 0.16 ? null : fill(place.phone, random),
		address: bare > 0.12 && bare < 0.25 ? null : sampleAddress(place, random),
		created,
		version: '1',
	};
}

function samplePerson({ given, family, order }: SampleNames, random: () => number): { name: string; latin: string } {
	const [givenName, givenLatin] = pick(given, random);
	const [familyName, familyLatin] = pick(family, random);
	const name = order ? order.replace('given', givenName).replace('family', familyName) : `${givenName} ${familyName}`;
	// Some write their name in both scripts: left-to-right and right-to-left text in one line.
	const both = givenName.toLowerCase() !== givenLatin && random() < 0.04;
	return { name: both ? `${name} (${capital(givenLatin)} ${capital(familyLatin)})` : name, latin: `${givenLatin}.${familyLatin}` };
}

function capital(latin: string): string {
	return latin.charAt(0).toUpperCase() + latin.slice(1);
}

function sampleAddress({ country, streets, places }: SampleCountry, random: () => number): Address {
	const place = Math.floor(random() * places.length);
	const [city = null, state = null, postalCode = null] = places[place]!;
	const line1 = streets[place]!.replace('@', String(1 + Math.floor(random() * 180)));
	return { line1, line2: null, city, state, postal_code: postalCode, country };
}

function sampleInstant(random: () => number): string {
	const milliseconds = new Date(lastDay - 1 - Math.floor(random() * twoYears)).toISOString().slice(0, -1);
	return `${milliseconds}${String(Math.floor(random() * 1000)).padStart(3, '0')}Z`;
}

function sixLetters(random: () => number): string {
	return Math.floor(random() * 36 ** 6)
		.toString(36)
		.padStart(6, '0');
}

function fill(template: string, random: () => number): string {
	const digits = String(Math.floor(random() * 1e9)).padStart(9, '0');
	const open = template.indexOf('#');
	return template.slice(0, open) + digits.slice(0, template.length - open);
}

function pick<T>(from: ArrayLike<T>, random: () => number): T {
	return from[Math.floor(random() * from.length)]!;
}

/** Mulberry32, started anew for each customer: small, fast, and the same on every platform. */
function randomFrom(seed: number, index: number): () => number {
	let state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
