declare const __KIT_VERSION__: string | undefined;

/** The package's version, as Vite was told it; tests of hosts that bundle the sources themselves have none. */
export const kitVersion = typeof __KIT_VERSION__ === 'string' ? __KIT_VERSION__ : '0.0.0';
