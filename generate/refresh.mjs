// Takes the newest numbering plans and address rules, and writes a change file where anything moved: `npm run refresh`, each Monday.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command, ...args) => execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
const moved = () => execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim() !== '';

if (moved()) {
	console.error('There are changes that are not committed.');
	process.exit(1);
}
run('npm', 'update', 'libphonenumber-js');
run('npm', 'run', 'generate');
if (moved()) {
	const text = "---\n'proyecta-customers': patch\n---\n\nPhones and addresses as their countries have them by now.\n";
	writeFileSync(`${root}.changeset/metadata-${new Date().toISOString().slice(0, 10)}.md`, text);
}
run('npx', 'vitest', 'run', '--project', 'unit', 'test/domain');
