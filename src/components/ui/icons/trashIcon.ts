export const trashIcon = { name: 'trash', path: 'M2.75 4.25h10.5M6 4.25V2.5h4v1.75m-5.75 0 .5 9.25h6.5l.5-9.25' };
