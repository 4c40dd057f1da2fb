// What is in a table once somebody works with it: whoever reaches a row or a button is near the others, and in one file they are smaller.
export { ColumnsPanel } from './ColumnsPanel';
export { CountedRange } from './CountedRange';
export { EditedMark } from './EditedMark';
export { EmailFilter } from './EmailFilter';
export { HeadCheck } from './HeadCheck';
export { MenuClosing } from './MenuClosing';
export { RowCheck } from './RowCheck';
export { rowInput } from './rowInput';
export { TableSelection } from './TableSelection';
export { ViewsPanel } from './ViewsPanel';
