// What is in a table once somebody works with it: whoever reaches a row or a button is near the others, and in one file they are smaller.
export { ColumnsPanel } from './ColumnsPanel';
export { CountedRange } from './CountedRange';
export { EmailFilter } from './EmailFilter';
export { rowInput } from './rowInput';
export { isEditedView, ViewsPanel } from './ViewsPanel';
