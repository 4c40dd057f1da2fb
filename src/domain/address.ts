export type { AddressRule } from './addressRule';
export { addressRule } from './addressRule';
export { countryCodes, countryName } from './country';
export { findSubdivision } from './findSubdivision';
export type { FormatAddressOptions } from './formatAddress';
export { formatAddress } from './formatAddress';
export { normalizePostalCode, postalMatchesState } from './postalCode';
export type { Subdivision } from './subdivision';
export { loadSubdivisions } from './subdivision';
