import { locales } from '../locales';

/** What a language is called, in another one. */
export const languageName = (language: string, inLanguage: string) =>
	new Intl.DisplayNames(inLanguage, { type: 'language' }).of(locales[language]!.code)!;

/** Every language that is a door of the package, with some of its words. */
export function Languages() {
	return (
		<div className="site-scroll">
			<table>
				<thead>
					<tr>
						<th scope="col">import</th>
						<th scope="col">language</th>
						<th scope="col">runs</th>
						<th scope="col">a sentence of it</th>
					</tr>
				</thead>
				<tbody>
					{Object.entries(locales).map(([name, { code, dir, errors }]) => (
						<tr key={name}>
							<td>
								<code>{`proyecta-customers/locales/${name}`}</code>
							</td>
							<td>{[...new Set([languageName(name, 'en'), languageName(name, code)])].join(', ')}</td>
							<td>{dir === 'rtl' ? 'right to left' : 'left to right'}</td>
							<td lang={code} dir={dir}>
								{errors.version_conflict}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
