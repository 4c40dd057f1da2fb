// What is in the table's menus: whoever opens one is near the other.
export { ColumnsPanel } from './ColumnsPanel';
export { isEditedView, ViewsPanel } from './ViewsPanel';
