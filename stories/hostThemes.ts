/** What `shadcn init` writes into a page's stylesheet (neutral). */
export const shadcnTheme = `
:root {
  --radius: 0.625rem;
  --background: oklch(1 0 0);
  --foreground: oklch(0.145 0 0);
  --card: oklch(1 0 0);
  --card-foreground: oklch(0.145 0 0);
  --popover: oklch(1 0 0);
  --popover-foreground: oklch(0.145 0 0);
  --primary: oklch(0.205 0 0);
  --primary-foreground: oklch(0.985 0 0);
  --secondary: oklch(0.97 0 0);
  --secondary-foreground: oklch(0.205 0 0);
  --muted: oklch(0.97 0 0);
  --muted-foreground: oklch(0.556 0 0);
  --accent: oklch(0.97 0 0);
  --accent-foreground: oklch(0.205 0 0);
  --destructive: oklch(0.577 0.245 27.325);
  --border: oklch(0.922 0 0);
  --input: oklch(0.922 0 0);
  --ring: oklch(0.708 0 0);
}
.dark {
  --background: oklch(0.145 0 0);
  --foreground: oklch(0.985 0 0);
  --card: oklch(0.205 0 0);
  --card-foreground: oklch(0.985 0 0);
  --popover: oklch(0.205 0 0);
  --popover-foreground: oklch(0.985 0 0);
  --primary: oklch(0.922 0 0);
  --primary-foreground: oklch(0.205 0 0);
  --secondary: oklch(0.269 0 0);
  --secondary-foreground: oklch(0.985 0 0);
  --muted: oklch(0.269 0 0);
  --muted-foreground: oklch(0.708 0 0);
  --accent: oklch(0.269 0 0);
  --accent-foreground: oklch(0.985 0 0);
  --destructive: oklch(0.704 0.191 22.216);
  --border: oklch(1 0 0 / 10%);
  --input: oklch(1 0 0 / 15%);
  --ring: oklch(0.556 0 0);
}`;

/** What a theme provider of MUI 7 writes with `cssVariables: { colorSchemeSelector: 'class' }`, as far as the kit looks at it. */
export const muiTheme = `
:root, .light {
  --mui-shape-borderRadius: 4px;
  --mui-palette-primary-main: #1976d2;
  --mui-palette-primary-dark: #1565c0;
  --mui-palette-primary-contrastText: #fff;
  --mui-palette-error-main: #d32f2f;
  --mui-palette-error-dark: #c62828;
  --mui-palette-error-contrastText: #fff;
  --mui-palette-text-primary: rgba(0, 0, 0, 0.87);
  --mui-palette-text-secondary: rgba(0, 0, 0, 0.6);
  --mui-palette-divider: rgba(0, 0, 0, 0.12);
  --mui-palette-background-paper: #fff;
  --mui-palette-background-default: #fff;
}
.dark {
  --mui-palette-primary-main: #90caf9;
  --mui-palette-primary-dark: #42a5f5;
  --mui-palette-primary-contrastText: rgba(0, 0, 0, 0.87);
  --mui-palette-error-main: #f44336;
  --mui-palette-error-dark: #d32f2f;
  --mui-palette-error-contrastText: #fff;
  --mui-palette-text-primary: #fff;
  --mui-palette-text-secondary: rgba(255, 255, 255, 0.7);
  --mui-palette-divider: rgba(255, 255, 255, 0.12);
  --mui-palette-background-paper: #121212;
  --mui-palette-background-default: #121212;
}`;

/** Material 3's baseline, as its theme builder exports it. */
export const material3Theme = `
:root, .light {
  --md-sys-color-primary: rgb(101 85 143);
  --md-sys-color-on-primary: rgb(255 255 255);
  --md-sys-color-error: rgb(186 26 26);
  --md-sys-color-on-error: rgb(255 255 255);
  --md-sys-color-surface: rgb(253 247 255);
  --md-sys-color-surface-container: rgb(242 236 244);
  --md-sys-color-on-surface: rgb(29 27 32);
  --md-sys-color-on-surface-variant: rgb(73 69 78);
  --md-sys-color-outline: rgb(122 117 127);
  --md-sys-color-outline-variant: rgb(202 196 207);
}
.dark {
  --md-sys-color-primary: rgb(207 189 254);
  --md-sys-color-on-primary: rgb(54 39 93);
  --md-sys-color-error: rgb(255 180 171);
  --md-sys-color-on-error: rgb(105 0 5);
  --md-sys-color-surface: rgb(20 18 24);
  --md-sys-color-surface-container: rgb(33 31 36);
  --md-sys-color-on-surface: rgb(230 224 233);
  --md-sys-color-on-surface-variant: rgb(202 196 207);
  --md-sys-color-outline: rgb(148 143 153);
  --md-sys-color-outline-variant: rgb(73 69 78);
}`;
