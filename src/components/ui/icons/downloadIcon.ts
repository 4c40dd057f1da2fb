export const downloadIcon = { name: 'download', path: 'M8 2.5v8m-3.25-3L8 10.75l3.25-3.25M2.75 13.25h10.5' };
