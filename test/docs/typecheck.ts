import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');

/** What examples import that is not installed here. */
const outside = `declare module '*.css';
declare module '@proyecta-ai/sdk' {
	export { default } from '${join(root, 'test/docs/sdk')}';
}
declare module '@mui/material' {
	import type { ComponentProps, ReactNode, Ref } from 'react';
	type Field = Omit<ComponentProps<'input'>, 'ref'> & { label: ReactNode; error?: boolean; helperText?: ReactNode; inputRef?: Ref<HTMLInputElement> };
	export const TextField: (props: Field) => ReactNode;
	export const Button: (props: ComponentProps<'button'>) => ReactNode;
}
declare module '@/components/ui/button' {
	export const Button: (props: import('react').ComponentProps<'button'>) => import('react').ReactNode;
}
declare module '@/components/ui/input' {
	export const Input: (props: import('react').ComponentProps<'input'>) => import('react').ReactNode;
}
declare module '@/components/ui/label' {
	export const Label: (props: import('react').ComponentProps<'label'>) => import('react').ReactNode;
}
`;

/**
 * What the compiler says of files that import the package by its doors: nothing where all is well. They lie two folders below node_modules.
 * `doors`: where those of the package are, its sources or the declarations that hosts get.
 */
export async function typecheck(
	name: string,
	files: readonly { name: string; text: string }[],
	doors: 'src/*.ts' | 'dist/*.d.ts' = 'src/*.ts',
): Promise<string> {
	const folder = join(root, 'node_modules/.cache', name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const { name: file, text } of files) writeFileSync(join(folder, file), text);
	writeFileSync(join(folder, 'outside.d.ts'), outside);
	const config = {
		extends: join(root, 'tsconfig.json'),
		compilerOptions: {
			exactOptionalPropertyTypes: true,
			verbatimModuleSyntax: false,
			isolatedModules: false,
			types: ['node'],
			paths: { 'proyecta-customers': [join(root, doors.replace('*', 'index'))], 'proyecta-customers/*': [join(root, doors)] },
			typeRoots: [join(root, 'node_modules/@types')],
		},
		include: [folder],
		exclude: [],
	};
	writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
	const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
	const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).catch((error: { stdout: string }) => error);
	// Its own check has the sources, which need no exact options.
	return stdout.replace(/^src\/.*\n(?: .*\n)*/gm, '');
}
