// The filters that are typed: most tables never show one of them.
export { CreatedDates } from './CreatedDates';
export { EmailFilter } from './EmailFilter';
