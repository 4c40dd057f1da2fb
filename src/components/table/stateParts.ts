// What a table says where there are no rows, or where they may be old.
export { TableState } from './TableState';
export { failureOverRows, TroubleNotices, TroubleText, troubleOf } from './TroubleNotices';
