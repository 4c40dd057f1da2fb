// What a table's filters open, and how they say what is chosen: whoever opens one is near the others.
export { CountryText } from './CountryText';
export { CreatedText } from './CreatedText';
export { FilterPanel } from './FilterPanel';
export { LetGo } from './LetGo';
