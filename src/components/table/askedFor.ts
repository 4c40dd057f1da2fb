// What is in a table where it is asked for, and in most never: dates, an email, a total. Small, so that one file has it all.
export { CountedRange } from './CountedRange';
export { CreatedDates } from './CreatedDates';
export { EmailFilter } from './EmailFilter';
