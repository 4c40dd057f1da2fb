// Loaded on demand: naming what is used lets a host's bundler leave out the rest of the library.
export {
	AsYouType,
	getCountries,
	getCountryCallingCode,
	parsePhoneNumberFromString,
	validatePhoneNumberLength,
} from 'libphonenumber-js/core';
