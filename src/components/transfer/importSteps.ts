export { ImportColumns } from './ImportColumns';
export { ImportReview } from './ImportReview';
