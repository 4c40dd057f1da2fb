export const customersIcon = { name: 'customers', path: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5m-5 6c0-2.5 2.25-4 5-4s5 1.5 5 4' };
