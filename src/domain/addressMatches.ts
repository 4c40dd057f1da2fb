// What a form asks about states once their list is there: loaded with it.
export { findSubdivision } from './findSubdivision';
export { normalizePostalCode, postalMatchesState } from './postalCode';
