export const copyIcon = { name: 'copy', path: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z' };
