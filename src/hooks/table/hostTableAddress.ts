/**
 * Loaded where a host has written its own `UrlState`. A file of its own: of one that others import at once, everybody would carry the
 * names as well.
 */
export { tableAddress } from './tableAddress';
