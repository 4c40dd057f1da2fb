import { memo } from 'react';
import { countriesByName } from './countries';

/** What a list of countries has, with or without what their phone numbers begin with. */
export const CountryOptions = memo(function CountryOptions({ dial = false }: { dial?: boolean }) {
	return countriesByName().map((country) => (
		<option key={country.code} value={country.code}>
			{dial ? `${country.name} +${country.dial}` : country.name}
		</option>
	));
});
