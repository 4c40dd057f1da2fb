/** Subscribes to what never changes. */
export const neverChanges = () => () => undefined;
